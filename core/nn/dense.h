// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/nn/layout.h"

namespace foretaste::nn {

/// Fills a matrix with normal draws of this deviation.
template <class Real>
void fillNormal(const Slice& slice, double deviation, std::vector<Real>& weights,
                base::Random& random);

/// out = in . weights + bias, row by row.
template <class Real>
class Linear {
public:
    Linear(Layout& layout, const std::string& name, std::size_t inputs, std::size_t outputs);
    /// The bias stays 0.
    void initialise(double deviation, std::vector<Real>& weights, base::Random& random) const {
        fillNormal(matrix_, deviation, weights, random);
    }
    const Slice& bias() const { return bias_; }
    std::size_t outputs() const { return matrix_.cols; }
    std::size_t size() const { return matrix_.size(); }  ///< multiplications a row
    /// in [rows x inputs], out [rows x outputs].
    void forward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                 Real* out) const;
    /// Adds to gradients; writes dIn [rows x inputs].
    void backward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                  const Real* dOut, std::vector<Real>& gradients, Real* dIn) const;

private:
    Slice matrix_, bias_;
};

/// Layer normalisation (Ba, Kiros, Hinton 2016) with gain and shift.
template <class Real>
class LayerNorm {
public:
    struct Pass {
        std::vector<Real> normalised, inverse;
        std::vector<Real> out;  ///< [rows x width]
    };
    LayerNorm(Layout& layout, const std::string& name, std::size_t width);
    void initialise(std::vector<Real>& weights) const;
    void forward(const std::vector<Real>& weights, std::size_t rows, const Real* in,
                 Pass& pass) const;
    /// Adds to gradients; writes dIn.
    void backward(const std::vector<Real>& weights, std::size_t rows, const Pass& pass,
                  const Real* dOut, std::vector<Real>& gradients, Real* dIn) const;

private:
    Slice gain_, shift_;
};

/// What a block adds to its stream of vectors: x += dropout(added).
template <class Real>
class Residual {
public:
    /// Adds `added` [count], of which a share is dropped, to `stream`.
    void forward(std::vector<Real>& added, double dropout, base::Random& random, Real* stream);
    /// The gradient of `added`, given that of the stream.
    std::vector<Real> backward(const std::vector<Real>& dStream) const;

private:
    std::vector<Real> mask_;  ///< empty: nothing was dropped
};

/// The half of a block that works on each vector alone: x += dropout(W silu(V norm(x) + v) + w),
/// four times as wide inside. SiLU: Elfwing, Uchibe, Doya 2018.
template <class Real>
class FeedForward {
public:
    struct Pass {
        typename LayerNorm<Real>::Pass norm;
        std::vector<Real> inner, activated;
        Residual<Real> residual;
    };
    FeedForward(Layout& layout, const std::string& name, std::size_t width);
    void initialise(double deviation, std::vector<Real>& weights, base::Random& random) const;
    std::size_t size() const { return widen_.size() + narrow_.size(); }
    void forward(const std::vector<Real>& weights, std::size_t rows, double dropout,
                 base::Random& random, Real* stream, Pass& pass) const;
    /// dStream: the gradient behind the block becomes that before it.
    void backward(const std::vector<Real>& weights, std::size_t rows, const Pass& pass,
                  std::vector<Real>& dStream, std::vector<Real>& gradients) const;

private:
    LayerNorm<Real> norm_;
    Linear<Real> widen_, narrow_;
};

}  // namespace foretaste::nn
