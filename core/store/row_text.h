// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/generation_file.h"

namespace foretaste::store {

/// The SQL term for a field's cell as people know it: ids and event types as text.
std::string cellText(const schema::Field& field, schema::DatasetType type);

/// Reads rows of a generation as text in schema order. `tail` follows "SELECT ... FROM row".
class RowText {
public:
    RowText(GenerationFile& file, std::string_view tail);

    /// Of the row that the statement stands on.
    std::vector<std::optional<std::string>> cells() const;

    Statement statement;

private:
    std::vector<bool> real_;  ///< [fields]
};

}  // namespace foretaste::store
