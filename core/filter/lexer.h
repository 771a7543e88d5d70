// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::filter {

/// Where something stands in a text; both count from 1, columns in characters.
struct Place {
    std::size_t line = 1, column = 1;
};

enum class TokenKind {
    Word,         ///< a keyword or a name
    Text,         ///< "Drama"; \" and \\ within stand for " and \.
    Number,       ///< 18, -0.5, 1.6e9
    Placeholder,  ///< $GENRE
    Operator,     ///< = != < <= > >=
    Comma,
    Open,
    Close,
    Dot,
    Bar,
    End,
};

struct Token {
    TokenKind kind = TokenKind::End;
    std::string text;  ///< without the quotes of a text and the $ of a placeholder
    double number = 0;
    Place place;
};

/// Cuts a text into tokens; the last one is End. `member` names the text in errors:
/// ServiceError (InvalidInput) "filterExpression: line 1, column 9: ...".
std::vector<Token> tokenize(std::string_view member, std::string_view text);

[[noreturn]] void failAt(std::string_view member, Place place, std::string_view what);

}  // namespace foretaste::filter
