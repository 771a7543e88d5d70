// SPDX-License-Identifier: GPL-3.0-or-later
// A part of isa/unit.cpp: what reduces over rows. A sum is split over a fixed number of lanes,
// which compilers turn into vector code without being allowed to reorder additions.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

#include "core/kernels/isa/elementwise.h"

namespace foretaste::kernels::FORETASTE_ISA {
namespace {

constexpr std::size_t kLanes = 16;

template <class Real>
inline Real foldLanes(const Real* lanes) {
    Real sum = 0;
    for (std::size_t lane = 0; lane < kLanes; ++lane) sum += lanes[lane];
    return sum;
}

/// The sum of term(i) over [0, count).
template <class Real, class Term>
inline Real sumOf(std::size_t count, const Term& term) {
    Real lanes[kLanes] = {};
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] += term(i + lane);
    for (std::size_t lane = 0; i < count; ++i, ++lane) lanes[lane] += term(i);
    return foldLanes(lanes);
}

template <class Real>
double sumExp(const Real* values, std::size_t count, Real top) {
    return static_cast<double>(
        sumOf<Real>(count, [=](std::size_t i) { return exponentialOf(values[i] - top); }));
}

template <class Real>
void layerNormForward(std::size_t rows, std::size_t cols, const Real* in, const Real* gain,
                      const Real* shift, Real* out, Real* normalised, Real* inverse) {
    const Real count = static_cast<Real>(cols);
    for (std::size_t row = 0; row < rows; ++row) {
        const Real* x = in + row * cols;
        Real* y = out + row * cols;
        Real* n = normalised + row * cols;
        const Real mean = sumOf<Real>(cols, [=](std::size_t i) { return x[i]; }) / count;
        const Real variance =
            sumOf<Real>(cols, [=](std::size_t i) { return (x[i] - mean) * (x[i] - mean); }) / count;
        inverse[row] = Real(1) / std::sqrt(variance + Real(1e-8));
        for (std::size_t i = 0; i < cols; ++i) {
            n[i] = (x[i] - mean) * inverse[row];
            y[i] = n[i] * gain[i] + shift[i];
        }
    }
}

template <class Real>
void layerNormBackward(std::size_t rows, std::size_t cols, const Real* normalised,
                       const Real* inverse, const Real* gain, const Real* dOut, Real* dIn,
                       Real* dGain, Real* dShift) {
    const Real count = static_cast<Real>(cols);
    for (std::size_t row = 0; row < rows; ++row) {
        const Real* n = normalised + row * cols;
        const Real* dy = dOut + row * cols;
        Real* dx = dIn + row * cols;
        const Real mean = sumOf<Real>(cols, [=](std::size_t i) { return dy[i] * gain[i]; }) / count;
        const Real along =
            sumOf<Real>(cols, [=](std::size_t i) { return dy[i] * gain[i] * n[i]; }) / count;
        for (std::size_t i = 0; i < cols; ++i) {
            dGain[i] += dy[i] * n[i];
            dShift[i] += dy[i];
            dx[i] = (dy[i] * gain[i] - mean - n[i] * along) * inverse[row];
        }
    }
}

template <class Real>
inline Real largest(std::size_t count, const Real* x) {
    Real lanes[kLanes];
    for (std::size_t lane = 0; lane < kLanes; ++lane) lanes[lane] = x[0];
    std::size_t i = 0;
    for (; i + kLanes <= count; i += kLanes)
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            lanes[lane] = x[i + lane] > lanes[lane] ? x[i + lane] : lanes[lane];
    for (; i < count; ++i) lanes[0] = x[i] > lanes[0] ? x[i] : lanes[0];
    Real top = lanes[0];
    for (std::size_t lane = 1; lane < kLanes; ++lane) top = lanes[lane] > top ? lanes[lane] : top;
    return top;
}

template <class Real>
double softmaxCrossEntropy(std::size_t rows, std::size_t cols, Real* logits, const Real* bias,
                           const std::int32_t* target, Real smoothing, Real scale, Real* dBias) {
    double loss = 0;
    const Real even = smoothing / static_cast<Real>(cols);
    for (std::size_t row = 0; row < rows; ++row) {
        Real* x = logits + row * cols;
        const auto truth = static_cast<std::size_t>(target[row]);
        addScaled(cols, Real(1), bias, x);
        const Real top = largest(cols, x);
        const Real atTruth = x[truth] - top;
        const Real mean = smoothing > 0
                              ? sumOf<Real>(cols, [=](std::size_t i) { return x[i] - top; }) /
                                    static_cast<Real>(cols)
                              : Real(0);
        for (std::size_t i = 0; i < cols; ++i) x[i] = exponentialOf(x[i] - top);
        const Real total = sumOf<Real>(cols, [=](std::size_t i) { return x[i]; });
        loss += logarithmOf(static_cast<double>(total)) -
                static_cast<double>((Real(1) - smoothing) * atTruth + smoothing * mean);
        const Real factor = scale / total, spread = scale * even;
        for (std::size_t i = 0; i < cols; ++i) x[i] = x[i] * factor - spread;
        x[truth] -= scale * (Real(1) - smoothing);
        addScaled(cols, Real(1), x, dBias);
    }
    return loss;
}

}  // namespace
}  // namespace foretaste::kernels::FORETASTE_ISA
