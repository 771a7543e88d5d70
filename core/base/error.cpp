// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace foretaste::base {

std::string_view codeName(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidInput: return "InvalidInputException";
        case ErrorCode::ResourceNotFound: return "ResourceNotFoundException";
        case ErrorCode::ResourceAlreadyExists: return "ResourceAlreadyExistsException";
        case ErrorCode::ResourceInUse: return "ResourceInUseException";
        case ErrorCode::LimitExceeded: return "LimitExceededException";
        case ErrorCode::InvalidNextToken: return "InvalidNextTokenException";
        case ErrorCode::TooManyTags: return "TooManyTagsException";
        case ErrorCode::TooManyTagKeys: return "TooManyTagKeysException";
        case ErrorCode::InternalFailure: return "InternalFailure";
    }
    return "InternalFailure";
}

}  // namespace foretaste::base
