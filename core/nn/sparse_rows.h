// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace foretaste::nn {

/// A sparse matrix [rows x cols], row by row: the features of items.
struct SparseRows {
    std::size_t cols = 0;
    std::vector<std::uint64_t> offsets{0};  ///< [rows + 1] into the entries
    std::vector<std::uint32_t> column;
    std::vector<float> weight;

    std::size_t rows() const { return offsets.size() - 1; }
    void add(std::size_t toColumn, float value) {
        column.push_back(static_cast<std::uint32_t>(toColumn));
        weight.push_back(value);
    }
    void endRow() { offsets.push_back(column.size()); }
};

SparseRows transposed(const SparseRows& matrix);

/// out [last - first x dim] += rows first .. last of the matrix times dense [cols x dim].
template <class Real>
void addProduct(const SparseRows& matrix, std::size_t first, std::size_t last, const Real* dense,
                std::size_t dim, Real* out) {
    for (std::size_t row = first; row < last; ++row) {
        Real* to = out + (row - first) * dim;
        for (auto entry = matrix.offsets[row]; entry < matrix.offsets[row + 1]; ++entry) {
            const Real* from = dense + matrix.column[entry] * dim;
            const auto factor = static_cast<Real>(matrix.weight[entry]);
            for (std::size_t d = 0; d < dim; ++d) to[d] += factor * from[d];
        }
    }
}

}  // namespace foretaste::nn
