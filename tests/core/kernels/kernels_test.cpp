// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "core/base/random.h"

namespace foretaste::kernels {
namespace {

using Floats = std::vector<float>;

Floats randomFloats(std::size_t count, std::uint64_t seed, double scale = 1) {
    base::Random random(seed);
    Floats values(count);
    for (auto& value : values) value = static_cast<float>(scale * random.normal());
    return values;
}

double at(const Floats& values, std::size_t i) {
    return static_cast<double>(values[i]);
}

/// Every table of this machine against plain loops in double precision.
class EveryTable : public ::testing::TestWithParam<const Kernels*> {
protected:
    const Kernels& k = *GetParam();
};

std::vector<const Kernels*> everyTable() {
    const auto found = available();
    return {found.tables, found.tables + found.count};
}

INSTANTIATE_TEST_SUITE_P(Isa, EveryTable, ::testing::ValuesIn(everyTable()),
                         [](const auto& tested) { return std::string(tested.param->name); });

struct Shape {
    std::size_t m, n, k;
};

TEST_P(EveryTable, Products) {
    for (const auto& s : {Shape{1, 1, 1}, Shape{1, 65, 7}, Shape{5, 3, 2}, Shape{33, 70, 149},
                          Shape{128, 96, 64}, Shape{3, 200, 1}}) {
        const auto a = randomFloats(s.m * s.k, 1), b = randomFloats(s.k * s.n, 2);
        Floats aT(a.size()), bT(b.size());
        for (std::size_t i = 0; i < s.m; ++i)
            for (std::size_t x = 0; x < s.k; ++x) aT[x * s.m + i] = a[i * s.k + x];
        for (std::size_t x = 0; x < s.k; ++x)
            for (std::size_t j = 0; j < s.n; ++j) bT[j * s.k + x] = b[x * s.n + j];
        for (const bool accumulate : {false, true}) {
            const auto start = randomFloats(s.m * s.n, 3);
            auto nn = start, nt = start, tn = start;
            k.gemmNN(s.m, s.n, s.k, a.data(), b.data(), nn.data(), accumulate);
            k.gemmNT(s.m, s.n, s.k, a.data(), bT.data(), nt.data(), accumulate);
            k.gemmTN(s.m, s.n, s.k, aT.data(), b.data(), tn.data(), accumulate);
            for (std::size_t i = 0; i < s.m; ++i)
                for (std::size_t j = 0; j < s.n; ++j) {
                    double sum = accumulate ? at(start, i * s.n + j) : 0;
                    for (std::size_t x = 0; x < s.k; ++x)
                        sum += at(a, i * s.k + x) * at(b, x * s.n + j);
                    const double tolerance = 2e-6 * static_cast<double>(s.k + 4);
                    ASSERT_NEAR(at(nn, i * s.n + j), sum, tolerance);
                    ASSERT_NEAR(at(nt, i * s.n + j), sum, tolerance);
                    ASSERT_NEAR(at(tn, i * s.n + j), sum, tolerance);
                }
        }
    }
}

TEST_P(EveryTable, Scores) {
    const std::size_t items = 101, dim = 67;
    const auto vectors = randomFloats(items * dim, 1), query = randomFloats(dim, 2);
    const auto start = randomFloats(items, 3);
    auto scores = start;
    k.addScores(vectors.data(), items, dim, query.data(), scores.data());
    for (std::size_t i = 0; i < items; ++i) {
        double sum = at(start, i);
        for (std::size_t d = 0; d < dim; ++d) sum += at(vectors, i * dim + d) * at(query, d);
        EXPECT_NEAR(at(scores, i), sum, 1e-4);
    }
    const std::vector<std::int32_t> some{7, 100, 0, 7};
    std::vector<float> picked;
    for (const auto item : some) picked.push_back(start[static_cast<std::size_t>(item)]);
    k.addScoresOf(vectors.data(), some.data(), some.size(), dim, query.data(), picked.data());
    for (std::size_t i = 0; i < some.size(); ++i)
        EXPECT_EQ(picked[i], scores[static_cast<std::size_t>(some[i])]) << "bit for bit";
}

TEST_P(EveryTable, ScanOfCodes) {
    struct alignas(32) Codes {
        std::int8_t values[kScanBlock * 4];
    };
    base::Random random(5);
    const auto code = [&] { return static_cast<std::int8_t>(random.below(255) - 127); };
    for (const std::size_t chunks : {0U, 1U, 7U, 50U}) {
        std::vector<Codes> codes(chunks + 1);  // one more, so that there is an address
        std::vector<std::int8_t> query(chunks * 4 + 1);
        for (auto& chunk : codes)
            for (auto& value : chunk.values) value = code();
        for (auto& value : query) value = code();
        // The largest products that may occur.
        for (auto& value : codes[0].values) value = value < 0 ? -127 : 127;
        for (std::size_t i = 0; i < std::min<std::size_t>(4, query.size()); ++i) query[i] = -127;
        const auto scales = randomFloats(kScanBlock, 1), bias = randomFloats(kScanBlock, 2);
        std::vector<float> scores(kScanBlock);
        const float factor = 0.01F, threshold = 0.5F;
        const auto result = k.scanBlock(chunks, codes[0].values, scales.data(), bias.data(),
                                        query.data(), factor, threshold, scores.data());
        float top = scores[0];
        for (std::size_t item = 0; item < kScanBlock; ++item) {
            double sum = 0;
            for (std::size_t d = 0; d < chunks * 4; ++d)
                sum += codes[d / 4].values[item * 4 + d % 4] * query[d];
            const double expected = sum * 0.01 * at(scales, item) + at(bias, item);
            EXPECT_NEAR(at(scores, item), expected, 1e-6 * (1 + std::abs(expected)));
            EXPECT_EQ((result.reached >> item & 1) != 0, scores[item] >= threshold);
            top = std::max(top, scores[item]);
        }
        EXPECT_EQ(result.top, top);
        const auto all = k.scanBlock(chunks, codes[0].values, scales.data(), bias.data(),
                                     query.data(), factor, std::nanf(""), scores.data());
        EXPECT_EQ(all.reached, ~std::uint64_t{0}) << "nothing is below what is no number";
    }
}

TEST_P(EveryTable, Vectors) {
    const std::size_t rows = 7, cols = 37;
    const auto x = randomFloats(rows * cols, 1), start = randomFloats(rows * cols, 2);
    const auto row = randomFloats(cols, 3);
    auto scaled = start, product = start, shifted = start;
    auto sums = row;
    k.addScaled(scaled.size(), 0.5F, x.data(), scaled.data());
    k.multiply(product.size(), x.data(), product.data());
    k.addToRows(rows, cols, row.data(), shifted.data());
    k.addColumnSums(rows, cols, x.data(), sums.data());
    for (std::size_t i = 0; i < start.size(); ++i) {
        EXPECT_NEAR(at(scaled, i), at(start, i) + 0.5 * at(x, i), 1e-6);
        EXPECT_NEAR(at(product, i), at(start, i) * at(x, i), 1e-6);
        EXPECT_NEAR(at(shifted, i), at(start, i) + at(row, i % cols), 1e-6);
    }
    for (std::size_t c = 0; c < cols; ++c) {
        double sum = at(row, c);
        for (std::size_t r = 0; r < rows; ++r) sum += at(x, r * cols + c);
        EXPECT_NEAR(at(sums, c), sum, 1e-5);
    }
}

TEST_P(EveryTable, ExponentialAndTanhOverTheirRange) {
    Floats x;
    for (int i = -9000; i <= 9000; ++i) x.push_back(static_cast<float>(i) * 0.0097F);
    for (int i = -300; i <= 300; ++i) x.push_back(static_cast<float>(i) * 0.001F);
    Floats e(x.size()), t(x.size());
    k.exponential(x.size(), x.data(), e.data());
    k.tanh(x.size(), x.data(), t.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double expected = std::exp(std::max(-87.0, at(x, i)));
        EXPECT_NEAR(at(e, i) / expected, 1, 4e-7) << x[i];
        EXPECT_NEAR(at(t, i), std::tanh(at(x, i)), 3e-7) << x[i];
    }
    const Floats odd{std::nanf(""), -1e30F, 0.0F};
    Floats out(3);
    k.exponential(3, odd.data(), out.data());
    EXPECT_TRUE(std::isnan(out[0]));
    EXPECT_LT(out[1], 1e-37F);
    EXPECT_EQ(out[2], 1.0F);
}

TEST_P(EveryTable, SumExp) {
    const auto values = randomFloats(1003, 1, 3);
    const float top = *std::max_element(values.begin(), values.end());
    double sum = 0;
    for (const auto value : values) sum += std::exp(static_cast<double>(value - top));
    EXPECT_NEAR(k.sumExp(values.data(), values.size(), top) / sum, 1, 1e-6);
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

TEST_P(EveryTable, GruStepForwardAndBackward) {
    const std::size_t rows = 3, dim = 19;
    const auto x = randomFloats(rows * 3 * dim, 1), h = randomFloats(rows * 3 * dim, 2);
    const auto bias = randomFloats(dim, 3), p = randomFloats(rows * dim, 4);
    const auto dState = randomFloats(rows * dim, 5);
    Floats kept(rows * 4 * dim), state(rows * dim), dX(x.size()), dH(h.size()), dP(p.size());
    k.gruForward(rows, dim, x.data(), h.data(), bias.data(), p.data(), kept.data(), state.data());
    k.gruBackward(rows, dim, kept.data(), p.data(), dState.data(), dX.data(), dH.data(), dP.data());
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t i = 0; i < dim; ++i) {
            const auto xAt = [&](std::size_t gate) { return at(x, (row * 3 + gate) * dim + i); };
            const auto hAt = [&](std::size_t gate) { return at(h, (row * 3 + gate) * dim + i); };
            const auto d = [&](const Floats& v, std::size_t gate) {
                return at(v, (row * 3 + gate) * dim + i);
            };
            const double r = sigmoid(xAt(0) + hAt(0)), z = sigmoid(xAt(1) + hAt(1));
            const double hn = hAt(2) + at(bias, i), n = std::tanh(xAt(2) + r * hn);
            const double previous = at(p, row * dim + i), ds = at(dState, row * dim + i);
            EXPECT_NEAR(at(state, row * dim + i), (1 - z) * n + z * previous, 1e-6);
            const double dn = ds * (1 - z) * (1 - n * n), dz = ds * (previous - n) * z * (1 - z);
            const double dr = dn * hn * r * (1 - r);
            EXPECT_NEAR(d(dX, 0), dr, 2e-6);
            EXPECT_NEAR(d(dX, 1), dz, 2e-6);
            EXPECT_NEAR(d(dX, 2), dn, 2e-6);
            EXPECT_NEAR(d(dH, 0), dr, 2e-6);
            EXPECT_NEAR(d(dH, 1), dz, 2e-6);
            EXPECT_NEAR(d(dH, 2), dn * r, 2e-6);
            EXPECT_NEAR(at(dP, row * dim + i), ds * z, 2e-6);
        }
}

TEST_P(EveryTable, Silu) {
    const auto x = randomFloats(77, 1, 3), gradient = randomFloats(77, 2);
    Floats y(x.size()), back = gradient;
    k.siluForward(x.size(), x.data(), y.data());
    k.siluBackward(x.size(), x.data(), back.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double s = sigmoid(at(x, i));
        EXPECT_NEAR(at(y, i), at(x, i) * s, 2e-6);
        EXPECT_NEAR(at(back, i), at(gradient, i) * s * (1 + at(x, i) * (1 - s)), 4e-6);
    }
}

TEST_P(EveryTable, ProductsByColumn) {
    const std::size_t rows = 3, cols = 13;
    const auto weights = randomFloats(cols, 1), x = randomFloats(rows * cols, 2);
    const auto start = randomFloats(rows * cols, 3);
    auto y = start;
    Floats sums(cols, 0.5F);
    k.addWeighted(rows, cols, weights.data(), x.data(), y.data());
    k.addProductSums(rows, cols, x.data(), start.data(), sums.data());
    for (std::size_t col = 0; col < cols; ++col) {
        double sum = 0.5;
        for (std::size_t i = col; i < rows * cols; i += cols) {
            EXPECT_NEAR(at(y, i), at(start, i) + at(weights, col) * at(x, i), 2e-6);
            sum += at(x, i) * at(start, i);
        }
        EXPECT_NEAR(at(sums, col), sum, 4e-6);
    }
}

TEST_P(EveryTable, BlendForwardAndBackward) {
    const std::size_t count = 37;
    const auto candidates = randomFloats(count, 1), previous = randomFloats(count, 2);
    const auto raw = randomFloats(count, 3, 3), dStates = randomFloats(count, 4);
    const auto already = randomFloats(count, 5);
    auto gates = raw, dPrevious = already;
    Floats states(count), dGates(count), dCandidates(count);
    k.blendForward(count, candidates.data(), previous.data(), gates.data(), states.data());
    k.blendBackward(count, candidates.data(), previous.data(), gates.data(), dStates.data(),
                    dGates.data(), dCandidates.data(), dPrevious.data());
    for (std::size_t i = 0; i < count; ++i) {
        const double gate = sigmoid(at(raw, i)), way = at(candidates, i) - at(previous, i);
        EXPECT_NEAR(at(gates, i), gate, 2e-6);
        EXPECT_NEAR(at(states, i), at(previous, i) + gate * way, 2e-6);
        EXPECT_NEAR(at(dGates, i), at(dStates, i) * way * gate * (1 - gate), 2e-6);
        EXPECT_NEAR(at(dCandidates, i), at(dStates, i) * gate, 2e-6);
        EXPECT_NEAR(at(dPrevious, i), at(already, i) + at(dStates, i) * (1 - gate), 2e-6);
    }
}

TEST_P(EveryTable, AttentionForwardAndBackward) {
    const std::size_t heads = 2, dim = 10, cols = dim / heads;
    for (const std::size_t length : {1UL, 7UL, 53UL}) {
        const auto parts = randomFloats(length * 3 * dim, 1), dOut = randomFloats(length * dim, 2);
        const auto bias = randomFloats(heads * length * length, 3);
        auto weights = bias;
        Floats out(length * dim), dBias(bias.size()), dParts(parts.size());
        k.attentionForward(length, heads, dim, parts.data(), weights.data(), out.data());
        k.attentionBackward(length, heads, dim, parts.data(), weights.data(), dOut.data(),
                            dBias.data(), dParts.data());
        std::vector<double> expectedParts(parts.size(), 0.0);
        const double scale = 1 / std::sqrt(static_cast<double>(cols));
        for (std::size_t head = 0; head < heads; ++head)
            for (std::size_t to = 0; to < length; ++to) {
                const auto part = [&](std::size_t row, std::size_t kind, std::size_t c) {
                    return row * 3 * dim + kind * dim + head * cols + c;
                };
                const auto pair = [&](std::size_t from) {
                    return (head * length + to) * length + from;
                };
                std::vector<double> share(to + 1), slope(to + 1, 0.0);
                double total = 0, mean = 0;
                for (std::size_t from = 0; from <= to; ++from) {
                    double product = 0;
                    for (std::size_t c = 0; c < cols; ++c) {
                        product += at(parts, part(to, 0, c)) * at(parts, part(from, 1, c));
                        slope[from] +=
                            at(dOut, to * dim + head * cols + c) * at(parts, part(from, 2, c));
                    }
                    total += share[from] = std::exp(scale * product + at(bias, pair(from)));
                }
                for (std::size_t from = 0; from <= to; ++from) mean += share[from] * slope[from];
                for (std::size_t c = 0; c < cols; ++c) {
                    double mixed = 0;
                    for (std::size_t from = 0; from <= to; ++from)
                        mixed += share[from] / total * at(parts, part(from, 2, c));
                    EXPECT_NEAR(at(out, to * dim + head * cols + c), mixed, 1e-5);
                }
                for (std::size_t from = 0; from <= to; ++from) {
                    const double weight = share[from] / total;
                    const double d = weight * (slope[from] - mean / total);
                    EXPECT_NEAR(at(weights, pair(from)), weight, 1e-5);
                    EXPECT_NEAR(at(dBias, pair(from)), d, 1e-5);
                    for (std::size_t c = 0; c < cols; ++c) {
                        expectedParts[part(to, 0, c)] += scale * d * at(parts, part(from, 1, c));
                        expectedParts[part(from, 1, c)] += scale * d * at(parts, part(to, 0, c));
                        expectedParts[part(from, 2, c)] +=
                            weight * at(dOut, to * dim + head * cols + c);
                    }
                }
                for (std::size_t from = to + 1; from < length; ++from)
                    EXPECT_EQ(weights[pair(from)], 0.0F);
            }
        for (std::size_t i = 0; i < parts.size(); ++i)
            EXPECT_NEAR(at(dParts, i), expectedParts[i], 1e-4);
    }
}

TEST_P(EveryTable, LayerNorm) {
    const std::size_t rows = 4, cols = 35;
    const auto in = randomFloats(rows * cols, 1, 2), gain = randomFloats(cols, 2);
    const auto shift = randomFloats(cols, 3), dOut = randomFloats(rows * cols, 4);
    Floats out(in.size()), normalised(in.size()), inverse(rows), dIn(in.size());
    Floats dGain(cols, 0.0F), dShift(cols, 0.0F);
    k.layerNormForward(rows, cols, in.data(), gain.data(), shift.data(), out.data(),
                       normalised.data(), inverse.data());
    k.layerNormBackward(rows, cols, normalised.data(), inverse.data(), gain.data(), dOut.data(),
                        dIn.data(), dGain.data(), dShift.data());
    const double count = static_cast<double>(cols);
    std::vector<double> gainGradient(cols, 0.0);
    for (std::size_t row = 0; row < rows; ++row) {
        double mean = 0, variance = 0, a = 0, b = 0;
        const auto x = [&](std::size_t i) { return at(in, row * cols + i); };
        for (std::size_t i = 0; i < cols; ++i) mean += x(i) / count;
        for (std::size_t i = 0; i < cols; ++i) variance += (x(i) - mean) * (x(i) - mean) / count;
        const double scale = 1 / std::sqrt(variance + 1e-8);
        const auto n = [&](std::size_t i) { return (x(i) - mean) * scale; };
        const auto dn = [&](std::size_t i) { return at(dOut, row * cols + i) * at(gain, i); };
        for (std::size_t i = 0; i < cols; ++i) {
            a += dn(i) / count;
            b += dn(i) * n(i) / count;
            gainGradient[i] += at(dOut, row * cols + i) * n(i);
        }
        for (std::size_t i = 0; i < cols; ++i) {
            EXPECT_NEAR(at(out, row * cols + i), n(i) * at(gain, i) + at(shift, i), 1e-5);
            EXPECT_NEAR(at(dIn, row * cols + i), (dn(i) - a - n(i) * b) * scale, 1e-5);
        }
    }
    for (std::size_t i = 0; i < cols; ++i) EXPECT_NEAR(at(dGain, i), gainGradient[i], 1e-5);
}

TEST_P(EveryTable, SoftmaxCrossEntropy) {
    const std::size_t rows = 5, cols = 83;
    const auto logits = randomFloats(rows * cols, 1, 2), bias = randomFloats(cols, 2);
    const std::vector<std::int32_t> target{0, 82, 17, 40, 16};
    for (const float smoothing : {0.0F, 0.1F}) {
        auto gradient = logits;
        Floats dBias(cols, 1.0F);
        const double loss = k.softmaxCrossEntropy(rows, cols, gradient.data(), bias.data(),
                                                  target.data(), smoothing, 0.25F, dBias.data());
        double expectedLoss = 0;
        std::vector<double> expectedBias(cols, 1.0);
        for (std::size_t row = 0; row < rows; ++row) {
            double total = 0;
            const auto x = [&](std::size_t i) { return at(logits, row * cols + i) + at(bias, i); };
            for (std::size_t i = 0; i < cols; ++i) total += std::exp(x(i));
            for (std::size_t i = 0; i < cols; ++i) {
                const double s = static_cast<double>(smoothing);
                const double wanted = s / static_cast<double>(cols) +
                                      (static_cast<std::size_t>(target[row]) == i ? 1 - s : 0);
                expectedLoss += wanted * (std::log(total) - x(i));
                const double d = 0.25 * (std::exp(x(i)) / total - wanted);
                expectedBias[i] += d;
                EXPECT_NEAR(at(gradient, row * cols + i), d, 1e-6);
            }
        }
        EXPECT_NEAR(loss, expectedLoss, 2e-5);
        for (std::size_t i = 0; i < cols; ++i) EXPECT_NEAR(at(dBias, i), expectedBias[i], 2e-6);
    }
}

TEST_P(EveryTable, AdamW) {
    const std::size_t count = 29;
    const auto g = randomFloats(count, 1), w0 = randomFloats(count, 2), m0 = randomFloats(count, 3);
    auto v0 = randomFloats(count, 4);
    for (auto& v : v0) v = std::abs(v);
    auto w = w0, m = m0, v = v0;
    k.adamW(count, g.data(), w.data(), m.data(), v.data(), 0.01F, 0.9F, 0.98F, 1e-8F, 0.001F, 0.5F,
            0.25F);
    for (std::size_t i = 0; i < count; ++i) {
        const double mean = 0.9 * at(m0, i) + 0.1 * at(g, i);
        const double square = 0.98 * at(v0, i) + 0.02 * at(g, i) * at(g, i);
        EXPECT_NEAR(at(m, i), mean, 1e-6);
        EXPECT_NEAR(at(v, i), square, 1e-6);
        EXPECT_NEAR(at(w, i),
                    at(w0, i) * 0.999 - 0.01 * (mean / 0.5) / (std::sqrt(square / 0.25) + 1e-8),
                    1e-5);
    }
}

TEST(Tables, ThereIsAlwaysThePlainOneAndTheActiveOneIsAmongThem) {
    const auto tables = available();
    ASSERT_GE(tables.count, 1U);
    EXPECT_STREQ(tables.tables[0]->name, "generic");
    bool found = false;
    for (std::size_t i = 0; i < tables.count; ++i) found |= tables.tables[i] == &active();
    EXPECT_TRUE(found);
}

}  // namespace
}  // namespace foretaste::kernels
