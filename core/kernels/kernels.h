// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace foretaste::kernels {

/// Items that are scanned together: as many as a word has bits.
inline constexpr std::size_t kScanBlock = 64;

struct ScanResult {
    std::uint64_t reached;  ///< a bit for each score that is not below the threshold
    float top;              ///< the largest score
};

/// The maths that trains and serves models: one table of functions an instruction set, chosen at
/// run time. Matrices are row-major and dense; nothing is kept between calls; any thread may call.
/// Sums run in a fixed order, so that equal tables give equal bits.
///
/// Real is float for work; the double table is the reference that gradients are checked against.
template <class Real>
struct Table {
    const char* name;  ///< "generic", "avx2"

    // Products: c [m x n] = a . b, added to c where `accumulate`.
    /// a [m x k], b [k x n]
    void (*gemmNN)(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b,
                   Real* c, bool accumulate);
    /// a [m x k], b [n x k]: b is transposed
    void (*gemmNT)(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b,
                   Real* c, bool accumulate);
    /// a [k x m], b [k x n]: a is transposed
    void (*gemmTN)(std::size_t m, std::size_t n, std::size_t k, const Real* a, const Real* b,
                   Real* c, bool accumulate);
    /// scores [items] += vectors [items x dim] . query [dim]
    void (*addScores)(const Real* vectors, std::size_t items, std::size_t dim, const Real* query,
                      Real* scores);

    // Vectors.
    void (*addScaled)(std::size_t count, Real factor, const Real* x, Real* y);  ///< y += factor x
    void (*multiply)(std::size_t count, const Real* x, Real* y);                ///< y *= x
    /// Adds `row` [cols] to every row of out [rows x cols].
    void (*addToRows)(std::size_t rows, std::size_t cols, const Real* row, Real* out);
    /// sums [cols] += the sums of the columns of in [rows x cols].
    void (*addColumnSums)(std::size_t rows, std::size_t cols, const Real* in, Real* sums);
    void (*exponential)(std::size_t count, const Real* x, Real* y);  ///< y = e^x
    void (*tanh)(std::size_t count, const Real* x, Real* y);         ///< y = tanh x
    /// The sum of e^(value - top); `top` is the largest value.
    double (*sumExp)(const Real* values, std::size_t count, Real top);

    // A GRU step with the reset gate behind the recurrent product (as cuDNN has it):
    //   r = sigmoid(xr + hr), z = sigmoid(xz + hz), n = tanh(xn + r (hn + biasN)), h = (1-z) n + z
    //   p
    // with x = fromInput and h = fromState, [rows x 3 dim] in the order r, z, n; p = previous.
    /// Writes kept [rows x 4 dim] (r, z, n, hn + biasN, for the way back) and state [rows x dim].
    void (*gruForward)(std::size_t rows, std::size_t dim, const Real* fromInput,
                       const Real* fromState, const Real* biasN, const Real* previous, Real* kept,
                       Real* state);
    /// From dState [rows x dim] to dInput and dRecurrent [rows x 3 dim] (gradients of fromInput and
    /// fromState) and dPrevious [rows x dim], which lacks what flows through fromState.
    void (*gruBackward)(std::size_t rows, std::size_t dim, const Real* kept, const Real* previous,
                        const Real* dState, Real* dInput, Real* dRecurrent, Real* dPrevious);

    void (*siluForward)(std::size_t count, const Real* x, Real* y);  ///< y = x sigmoid(x)
    /// gradient *= the slope of silu at x.
    void (*siluBackward)(std::size_t count, const Real* x, Real* gradient);

    /// y += weights x, row by row; weights [cols], x and y [rows x cols].
    void (*addWeighted)(std::size_t rows, std::size_t cols, const Real* weights, const Real* x,
                        Real* y);
    /// sums [cols] += the sums over rows of x y.
    void (*addProductSums)(std::size_t rows, std::size_t cols, const Real* x, const Real* y,
                           Real* sums);
    /// A step of a gated linear recurrence, element by element: gate = sigmoid(gate), in place;
    /// state = previous + gate (candidate - previous).
    void (*blendForward)(std::size_t count, const Real* candidates, const Real* previous,
                         Real* gates, Real* states);
    /// Writes dGates (before the sigmoid) and dCandidates; adds to dPrevious.
    void (*blendBackward)(std::size_t count, const Real* candidates, const Real* previous,
                          const Real* gates, const Real* dStates, Real* dGates, Real* dCandidates,
                          Real* dPrevious);

    // Causal attention over one sequence: parts [length x 3 dim] are queries, keys and values, each
    // cut into heads; row i looks at rows 0 .. i.
    /// weights [heads x length x length]: what is added to the scaled products on and below the
    /// diagonal; becomes their softmax, 0 above. Writes out [length x dim].
    void (*attentionForward)(std::size_t length, std::size_t heads, std::size_t dim,
                             const Real* parts, Real* weights, Real* out);
    /// Writes dBias (of what was added, on and below the diagonal) and dParts.
    void (*attentionBackward)(std::size_t length, std::size_t heads, std::size_t dim,
                              const Real* parts, const Real* weights, const Real* dOut, Real* dBias,
                              Real* dParts);

    /// Layer normalisation: out = (in - mean) / deviation * gain + shift, row by row; keeps the
    /// normalised rows [rows x cols] and 1 / deviation [rows] for the way back.
    void (*layerNormForward)(std::size_t rows, std::size_t cols, const Real* in, const Real* gain,
                             const Real* shift, Real* out, Real* normalised, Real* inverse);
    /// dIn is overwritten; dGain and dShift [cols] are added to.
    void (*layerNormBackward)(std::size_t rows, std::size_t cols, const Real* normalised,
                              const Real* inverse, const Real* gain, const Real* dOut, Real* dIn,
                              Real* dGain, Real* dShift);

    /// Softmax cross-entropy over rows of logits [rows x cols], to which bias [cols] is added
    /// first. `target` [rows] names the true column. Overwrites logits with the gradient of
    /// scale * (sum of the rows' losses), adds the bias' gradient to dBias [cols], and returns the
    /// sum of the losses in nats, unscaled. A share `smoothing` of the target is spread evenly.
    double (*softmaxCrossEntropy)(std::size_t rows, std::size_t cols, Real* logits,
                                  const Real* bias, const std::int32_t* target, Real smoothing,
                                  Real scale, Real* dBias);

    /// One AdamW step (Loshchilov, Hutter 2019, algorithm 2). `correction1` = 1 - beta1^t,
    /// `correction2` = 1 - beta2^t; `decay` is already multiplied with the rate.
    void (*adamW)(std::size_t count, const Real* gradient, Real* weights, Real* mean, Real* square,
                  Real rate, Real beta1, Real beta2, Real epsilon, Real decay, Real correction1,
                  Real correction2);

    /// scores [count] += the rows of vectors [.. x dim] that `items` names . query [dim]; bit for
    /// bit what addScores gives.
    void (*addScoresOf)(const Real* vectors, const std::int32_t* items, std::size_t count,
                        std::size_t dim, const Real* query, Real* scores);
    /// Scores of one block of items from 8-bit codes, whatever the table's Real:
    ///   scores [kScanBlock] = factor * scales * (codes . query) + bias,  sums of products exact.
    /// codes [chunks x kScanBlock x 4], aligned to 32 bytes, holds four dimensions of each item
    /// side by side; query [4 chunks]. No code may be -128.
    ScanResult (*scanBlock)(std::size_t chunks, const std::int8_t* codes, const float* scales,
                            const float* bias, const std::int8_t* query, float factor,
                            float threshold, float* scores);
};

using Kernels = Table<float>;

/// The table for this machine: the best that it can run. The environment variable FORETASTE_ISA
/// (generic, avx2) forces another; a name that is unknown or cannot run here is passed over.
const Kernels& active();

/// Every table that this machine can run, the plainest first.
struct Available {
    const Kernels* tables[4];
    std::size_t count;
};
Available available();

/// The same functions in double precision, never chosen for work.
const Table<double>& reference();

/// active() or reference(), by the type of number.
template <class Real>
const Table<Real>& table();
template <>
inline const Table<float>& table<float>() {
    return active();
}
template <>
inline const Table<double>& table<double>() {
    return reference();
}

}  // namespace foretaste::kernels
