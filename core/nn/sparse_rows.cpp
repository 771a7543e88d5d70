// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/sparse_rows.h"

namespace foretaste::nn {

SparseRows transposed(const SparseRows& matrix) {
    SparseRows result;
    result.cols = matrix.rows();
    result.offsets.assign(matrix.cols + 1, 0);
    for (const auto column : matrix.column) ++result.offsets[column + 1];
    for (std::size_t c = 0; c < matrix.cols; ++c) result.offsets[c + 1] += result.offsets[c];
    result.column.resize(matrix.column.size());
    result.weight.resize(matrix.weight.size());
    auto next = result.offsets;
    for (std::size_t row = 0; row < matrix.rows(); ++row)
        for (auto entry = matrix.offsets[row]; entry < matrix.offsets[row + 1]; ++entry) {
            const auto place = next[matrix.column[entry]]++;
            result.column[place] = static_cast<std::uint32_t>(row);
            result.weight[place] = matrix.weight[entry];
        }
    return result;
}

}  // namespace foretaste::nn
