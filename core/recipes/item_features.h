// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset/training_data.h"
#include "core/nn/sparse_rows.h"

namespace foretaste::recipes {

/// Which metadata a model knows, and as which columns of a sparse matrix. Column 0 is 1 for every
/// item; categories of one column share the weight 1; a number lies between two knots of its column
/// (quantiles of the training items), so that its effect need not be a straight line.
class ItemFeatures {
public:
    ItemFeatures() = default;

    /// Learns categories that at least two of the items with `evidence` carry, and knots.
    ItemFeatures(const dataset::ItemCatalogue& catalogue,
                 const std::vector<std::int64_t>& evidence);

    std::size_t count() const { return count_; }
    /// The features of every item of a catalogue, which may be a newer one: columns are found by
    /// name, unknown categories are left out.
    nn::SparseRows encode(const dataset::ItemCatalogue& catalogue) const;

    /// What a feature other than 0 says.
    struct Meaning {
        std::string column;
        std::string category;              ///< empty for a knot of a column of numbers
        std::size_t first = 0, count = 0;  ///< all features of the column
    };
    Meaning meaningOf(std::size_t feature) const;

    std::string toJson() const;
    static ItemFeatures fromJson(const std::string& json);

private:
    struct Categories {
        std::string column;
        std::size_t first = 0;  ///< number of the first value's feature
        std::vector<std::string> values;
    };
    struct Numbers {
        std::string column;
        std::size_t first = 0;
        std::vector<double> knots;  ///< rising, in the column's own unit
    };
    std::vector<Categories> categories_;
    std::vector<Numbers> numbers_;
    std::size_t count_ = 1;
};

}  // namespace foretaste::recipes
