// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/encoder.h"

#include "core/nn/gru.h"
#include "core/nn/lru.h"
#include "core/nn/transformer.h"

namespace foretaste::nn {

template <class Real>
std::unique_ptr<Encoder<Real>> makeEncoder(const EncoderShape& shape, Layout& layout) {
    switch (shape.kind) {
        case EncoderKind::Lru: return std::make_unique<Lru<Real>>(shape, layout);
        case EncoderKind::Transformer: return std::make_unique<Transformer<Real>>(shape, layout);
        case EncoderKind::Gru: break;
    }
    return std::make_unique<Gru<Real>>(shape.width, layout);
}

template std::unique_ptr<Encoder<float>> makeEncoder(const EncoderShape&, Layout&);
template std::unique_ptr<Encoder<double>> makeEncoder(const EncoderShape&, Layout&);

}  // namespace foretaste::nn
