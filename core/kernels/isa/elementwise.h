// SPDX-License-Identifier: GPL-3.0-or-later
// A part of isa/unit.cpp: own exp and tanh, and what works element by element.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace foretaste::kernels::FORETASTE_ISA {
namespace {

/// What exp needs to know of a type of number: where it ends, how ln 2 splits into two parts, how
/// long the series of e^r is for |r| <= ln(2) / 2, and how 2^k is made.
template <class Real>
struct ExpTraits;

template <>
struct ExpTraits<float> {
    using Bits = std::int32_t;
    static constexpr float kLowest = -87.0F, kHighest = 88.0F;
    static constexpr float kLn2High = 0.693359375F, kLn2Low = -2.12194440e-4F;
    static constexpr float kRounder = 12582912.0F;  // 1.5 * 2^23
    static constexpr int kTerms = 7, kExponentBias = 127, kMantissaBits = 23;
};

template <>
struct ExpTraits<double> {
    using Bits = std::int64_t;
    static constexpr double kLowest = -708.0, kHighest = 709.0;
    static constexpr double kLn2High = 6.93147180369123816490e-01;
    static constexpr double kLn2Low = 1.90821492927058770002e-10;
    static constexpr double kRounder = 6755399441055744.0;  // 1.5 * 2^52
    static constexpr int kTerms = 13, kExponentBias = 1023, kMantissaBits = 52;
};

/// 1 / i! for the series of e^r.
template <class Real>
struct Series {
    Real factor[ExpTraits<Real>::kTerms + 1] = {};
    constexpr Series() {
        factor[0] = 1;
        for (int i = 1; i <= ExpTraits<Real>::kTerms; ++i) factor[i] = factor[i - 1] / Real(i);
    }
};

/// e^x = 2^k e^r. Rounding by adding and taking away 1.5 * 2^mantissa needs no instruction that
/// plain x86-64 lacks, so that loops over this become vector code everywhere.
template <class Real>
inline Real exponentialOf(Real x) {
    using Traits = ExpTraits<Real>;
    x = x < Traits::kLowest ? Traits::kLowest : x;
    x = x > Traits::kHighest ? Traits::kHighest : x;
    const Real k = (x * Real(1.44269504088896340736) + Traits::kRounder) - Traits::kRounder;
    const Real r = (x - k * Traits::kLn2High) - k * Traits::kLn2Low;
    constexpr Series<Real> series;
    Real sum = series.factor[Traits::kTerms];
    for (int i = Traits::kTerms - 1; i >= 0; --i) sum = sum * r + series.factor[i];
    const auto exponent = static_cast<typename Traits::Bits>(k) + Traits::kExponentBias;
    const auto bits = static_cast<typename Traits::Bits>(exponent << Traits::kMantissaBits);
    return sum * __builtin_bit_cast(Real, bits);
}

/// Natural logarithm of a normal x > 0: 2 atanh((m - 1) / (m + 1)) of the mantissa m.
inline double logarithmOf(double x) {
    constexpr std::int64_t kMantissa = (std::int64_t{1} << 52) - 1, kOne = std::int64_t{1023} << 52;
    const auto bits = __builtin_bit_cast(std::int64_t, x);
    auto exponent = static_cast<double>((bits >> 52) - 1023);
    double m = __builtin_bit_cast(double, (bits & kMantissa) | kOne);
    if (m > 1.41421356237309504880) {
        m *= 0.5;
        exponent += 1;
    }
    const double s = (m - 1) / (m + 1), s2 = s * s;
    double power = s, sum = 0;
    for (int i = 1; i <= 21; i += 2) {
        sum += power / i;
        power *= s2;
    }
    return 2 * sum + exponent * 0.69314718055994530942;
}

template <class Real>
inline Real sigmoidOf(Real x) {
    return Real(1) / (Real(1) + exponentialOf(-x));
}

/// 1 - 2 / (1 + e^2x) cancels near 0; there the series takes over.
template <class Real>
inline Real tanhOf(Real x) {
    const Real e = exponentialOf(Real(2) * x);
    const Real far = Real(1) - Real(2) / (e + Real(1));
    const Real s = x * x;
    const Real near =
        x * (Real(1) + s * (Real(-1.0 / 3) +
                            s * (Real(2.0 / 15) +
                                 s * (Real(-17.0 / 315) +
                                      s * (Real(62.0 / 2835) + s * Real(-1382.0 / 155925))))));
    return s < Real(0.01) ? near : far;
}

template <class Real>
void exponential(std::size_t count, const Real* x, Real* y) {
    for (std::size_t i = 0; i < count; ++i) y[i] = exponentialOf(x[i]);
}

template <class Real>
void hyperbolicTangent(std::size_t count, const Real* x, Real* y) {
    for (std::size_t i = 0; i < count; ++i) y[i] = tanhOf(x[i]);
}

template <class Real>
void addScaled(std::size_t count, Real factor, const Real* x, Real* y) {
    for (std::size_t i = 0; i < count; ++i) y[i] += factor * x[i];
}

template <class Real>
void multiply(std::size_t count, const Real* x, Real* y) {
    for (std::size_t i = 0; i < count; ++i) y[i] *= x[i];
}

template <class Real>
void addToRows(std::size_t rows, std::size_t cols, const Real* row, Real* out) {
    for (std::size_t r = 0; r < rows; ++r) addScaled(cols, Real(1), row, out + r * cols);
}

template <class Real>
void addColumnSums(std::size_t rows, std::size_t cols, const Real* in, Real* sums) {
    for (std::size_t r = 0; r < rows; ++r) addScaled(cols, Real(1), in + r * cols, sums);
}

template <class Real>
void gruForward(std::size_t rows, std::size_t dim, const Real* fromInput, const Real* fromState,
                const Real* biasN, const Real* previous, Real* kept, Real* state) {
    for (std::size_t row = 0; row < rows; ++row) {
        const Real* x = fromInput + row * 3 * dim;
        const Real* h = fromState + row * 3 * dim;
        const Real* p = previous + row * dim;
        Real* gates = kept + row * 4 * dim;
        Real* candidates = gates + 2 * dim;
        Real* recurrents = gates + 3 * dim;
        Real* s = state + row * dim;
        // Loops of one kind each become vector code; both gates lie side by side.
        for (std::size_t i = 0; i < 2 * dim; ++i) gates[i] = sigmoidOf(x[i] + h[i]);
        x += 2 * dim;
        h += 2 * dim;
        for (std::size_t i = 0; i < dim; ++i) recurrents[i] = h[i] + biasN[i];
        for (std::size_t i = 0; i < dim; ++i)
            candidates[i] = tanhOf(x[i] + gates[i] * recurrents[i]);
        const Real* updates = gates + dim;
        for (std::size_t i = 0; i < dim; ++i)
            s[i] = candidates[i] + updates[i] * (p[i] - candidates[i]);
    }
}

template <class Real>
void gruBackward(std::size_t rows, std::size_t dim, const Real* kept, const Real* previous,
                 const Real* dState, Real* dInput, Real* dRecurrent, Real* dPrevious) {
    for (std::size_t row = 0; row < rows; ++row) {
        const Real* k = kept + row * 4 * dim;
        const Real* p = previous + row * dim;
        const Real* ds = dState + row * dim;
        Real* dx = dInput + row * 3 * dim;
        Real* dh = dRecurrent + row * 3 * dim;
        Real* dp = dPrevious + row * dim;
        for (std::size_t i = 0; i < dim; ++i) {
            const Real reset = k[i], update = k[dim + i];
            const Real candidate = k[2 * dim + i], recurrent = k[3 * dim + i];
            const Real dCandidate = ds[i] * (Real(1) - update) * (Real(1) - candidate * candidate);
            const Real dUpdate = ds[i] * (p[i] - candidate) * update * (Real(1) - update);
            const Real dReset = dCandidate * recurrent * reset * (Real(1) - reset);
            dx[i] = dReset;
            dx[dim + i] = dUpdate;
            dx[2 * dim + i] = dCandidate;
            dh[i] = dReset;
            dh[dim + i] = dUpdate;
            dh[2 * dim + i] = dCandidate * reset;
            dp[i] = ds[i] * update;
        }
    }
}

template <class Real>
void siluForward(std::size_t count, const Real* x, Real* y) {
    for (std::size_t i = 0; i < count; ++i) y[i] = x[i] * sigmoidOf(x[i]);
}

template <class Real>
void siluBackward(std::size_t count, const Real* x, Real* gradient) {
    for (std::size_t i = 0; i < count; ++i) {
        const Real s = sigmoidOf(x[i]);
        gradient[i] *= s * (Real(1) + x[i] * (Real(1) - s));
    }
}

template <class Real>
void addWeighted(std::size_t rows, std::size_t cols, const Real* weights, const Real* x, Real* y) {
    for (std::size_t row = 0; row < rows; ++row, x += cols, y += cols)
        for (std::size_t i = 0; i < cols; ++i) y[i] += weights[i] * x[i];
}

template <class Real>
void addProductSums(std::size_t rows, std::size_t cols, const Real* x, const Real* y, Real* sums) {
    for (std::size_t row = 0; row < rows; ++row, x += cols, y += cols)
        for (std::size_t i = 0; i < cols; ++i) sums[i] += x[i] * y[i];
}

template <class Real>
void blendForward(std::size_t count, const Real* candidates, const Real* previous, Real* gates,
                  Real* states) {
    for (std::size_t i = 0; i < count; ++i) {
        gates[i] = sigmoidOf(gates[i]);
        states[i] = previous[i] + gates[i] * (candidates[i] - previous[i]);
    }
}

template <class Real>
void blendBackward(std::size_t count, const Real* candidates, const Real* previous,
                   const Real* gates, const Real* dStates, Real* dGates, Real* dCandidates,
                   Real* dPrevious) {
    for (std::size_t i = 0; i < count; ++i) {
        const Real d = dStates[i], gate = gates[i];
        dGates[i] = d * (candidates[i] - previous[i]) * gate * (Real(1) - gate);
        dCandidates[i] = d * gate;
        dPrevious[i] += d * (Real(1) - gate);
    }
}

template <class Real>
void adamW(std::size_t count, const Real* gradient, Real* weights, Real* mean, Real* square,
           Real rate, Real beta1, Real beta2, Real epsilon, Real decay, Real correction1,
           Real correction2) {
    const Real step = rate / correction1, spread = Real(1) / correction2;
    for (std::size_t i = 0; i < count; ++i) {
        const Real g = gradient[i];
        const Real m = mean[i] + (Real(1) - beta1) * (g - mean[i]);
        const Real v = square[i] + (Real(1) - beta2) * (g * g - square[i]);
        mean[i] = m;
        square[i] = v;
        weights[i] -= step * m / (std::sqrt(v * spread) + epsilon) + decay * weights[i];
    }
}

}  // namespace
}  // namespace foretaste::kernels::FORETASTE_ISA
