// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace foretaste::base {

/// The errors of the API. Every failed operation carries one of them.
enum class ErrorCode {
    InvalidInput,
    ResourceNotFound,
    ResourceAlreadyExists,
    ResourceInUse,
    LimitExceeded,
    InvalidNextToken,
    TooManyTags,
    TooManyTagKeys,
    InternalFailure,
};

/// The code as the API spells it, for example "InvalidInputException".
std::string_view codeName(ErrorCode code);

/// A failed operation: the API's code and one plain message that says what is wrong, where, and
/// what to do about it.
class ServiceError : public std::runtime_error {
public:
    ServiceError(ErrorCode code, const std::string& message)
        : std::runtime_error(message), code_(code) {}
    ErrorCode code() const { return code_; }

private:
    ErrorCode code_;
};

/// Something outside the program failed: a disk is full, a file cannot be opened. `what()` names
/// the file and the system's reason.
class IoError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace foretaste::base
