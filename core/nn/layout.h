// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace foretaste::nn {

/// A matrix inside a flat array of weights.
struct Slice {
    std::string name;
    std::size_t offset = 0, rows = 0, cols = 0;

    std::size_t size() const { return rows * cols; }
    template <class Real>
    const Real* in(const std::vector<Real>& values) const {
        return values.data() + offset;
    }
    template <class Real>
    Real* in(std::vector<Real>& values) const {
        return values.data() + offset;
    }
};

/// Where each matrix of a network lies in one flat array: weights, gradients and the optimiser's
/// moments share it, so that sums over threads, steps and files are single loops.
class Layout {
public:
    Slice add(std::string name, std::size_t rows, std::size_t cols) {
        slices_.push_back({std::move(name), size_, rows, cols});
        size_ += rows * cols;
        return slices_.back();
    }
    std::size_t size() const { return size_; }
    const std::vector<Slice>& slices() const { return slices_; }

private:
    std::vector<Slice> slices_;
    std::size_t size_ = 0;
};

}  // namespace foretaste::nn
