// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "core/nn/adamw.h"
#include "core/nn/dropout.h"
#include "core/nn/sparse_rows.h"

namespace foretaste::nn {
namespace {

TEST(SparseRows, ProductsOfMatrixAndTransposed) {
    SparseRows matrix;  // [[2, 0, 1], [0, 0, 0], [0, 3, 0]]
    matrix.cols = 3;
    matrix.add(0, 2);
    matrix.add(2, 1);
    matrix.endRow();
    matrix.endRow();
    matrix.add(1, 3);
    matrix.endRow();
    const std::vector<double> dense{1, 10, 2, 20, 3, 30};
    std::vector<double> out(6, 0.0), back(6, 0.0);
    addProduct(matrix, 0, 3, dense.data(), 2, out.data());
    EXPECT_EQ(out, (std::vector<double>{5, 50, 0, 0, 6, 60}));
    addProduct(transposed(matrix), 0, 3, dense.data(), 2, back.data());
    EXPECT_EQ(back, (std::vector<double>{2, 20, 9, 90, 1, 10}));
}

TEST(Dropout, KeepsTheMeanAndTheShare) {
    base::Random random(5);
    std::vector<float> mask;
    drawDropout(100000, 0.3, random, mask);
    double sum = 0, zeros = 0;
    for (const auto value : mask) {
        sum += static_cast<double>(value);
        if (value == 0) ++zeros;
    }
    EXPECT_NEAR(sum / 1e5, 1, 0.01);
    EXPECT_NEAR(zeros / 1e5, 0.3, 0.01);
}

TEST(AdamW, FindsTheLowestPointAndSumsTheParts) {
    for (const int threads : {1, 2, 3}) {
        base::Team team(threads);
        std::vector<float> weights{5, -3, 0.5F};
        const std::vector<float> lowest{1, 2, 3};
        AdamW optimiser(3);
        std::vector<std::vector<float>> parts(2, std::vector<float>(3, 0.0F));
        for (int i = 0; i < 3000; ++i) {
            for (std::size_t d = 0; d < 3; ++d) {
                parts[0][d] = weights[d];
                parts[1][d] = -lowest[d];
            }
            optimiser.step(team, {&parts[0], &parts[1]}, weights, 0.01);
            EXPECT_EQ(parts[1][0], 0.0F);
        }
        for (std::size_t d = 0; d < 3; ++d) EXPECT_NEAR(weights[d], lowest[d], 1e-2);
    }
}

TEST(AdamW, DecayPullsTowardsZero) {
    base::Team team(1);
    std::vector<float> weights{1}, gradient{0};
    AdamW optimiser(1, 0.5);
    optimiser.step(team, {&gradient}, weights, 0.1);
    EXPECT_NEAR(weights[0], 0.95, 1e-6);
}

}  // namespace
}  // namespace foretaste::nn
