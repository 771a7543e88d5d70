// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/filter/lexer.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/text.h"

namespace foretaste::filter {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isWordPart(char c) {
    return isWordStart(c) || isDigit(c);
}
bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

class Lexer {
public:
    Lexer(std::string_view member, std::string_view text) : member_(member), text_(text) {}

    std::vector<Token> run() {
        std::vector<Token> tokens;
        for (;;) {
            while (!atEnd() && std::string_view(" \t\r\n").find(peek()) != std::string_view::npos)
                take();
            tokens.push_back(next());
            if (tokens.back().kind == TokenKind::End) return tokens;
        }
    }

private:
    bool atEnd(std::size_t ahead = 0) const { return at_ + ahead >= text_.size(); }
    char peek(std::size_t ahead = 0) const { return atEnd(ahead) ? '\0' : text_[at_ + ahead]; }
    char take() {
        const char c = text_[at_++];
        if (c == '\n')
            place_ = {place_.line + 1, 1};
        else if (!isContinuation(c))
            ++place_.column;
        return c;
    }
    template <class Belongs>
    std::string takeWhile(Belongs belongs) {
        std::string taken;
        while (!atEnd() && belongs(peek())) taken += take();
        return taken;
    }

    Token next() {
        Token token;
        token.place = place_;
        if (atEnd()) return token;
        const char c = peek();
        if (isWordStart(c)) {
            token.kind = TokenKind::Word;
            token.text = takeWhile(isWordPart);
        } else if (isDigit(c) || ((c == '-' || c == '+') && isDigit(peek(1)))) {
            readNumber(token);
        } else if (c == '"') {
            readText(token);
        } else if (c == '$') {
            readPlaceholder(token);
        } else {
            readSign(token);
        }
        return token;
    }

    void readNumber(Token& token) {
        token.kind = TokenKind::Number;
        if (!isDigit(peek())) token.text += take();
        token.text += takeWhile([this](char c) {
            const bool sign = c == '-' || c == '+';
            return isWordPart(c) || c == '.' ||
                   (sign && (text_[at_ - 1] == 'e' || text_[at_ - 1] == 'E'));
        });
        const std::string_view digits =
            token.text[0] == '+' ? std::string_view(token.text).substr(1) : token.text;
        if (!base::parseNumber(digits, token.number) || !std::isfinite(token.number))
            failAt(member_, token.place, base::concat('\'', token.text, "' is not a number"));
    }

    void readText(Token& token) {
        token.kind = TokenKind::Text;
        take();
        while (!atEnd() && peek() != '"') {
            if (peek() == '\\' && (peek(1) == '"' || peek(1) == '\\')) take();
            token.text += take();
        }
        if (atEnd()) failAt(member_, token.place, "this text has no closing double quote");
        take();
    }

    void readPlaceholder(Token& token) {
        constexpr std::size_t kLongest = 50;
        token.kind = TokenKind::Placeholder;
        take();
        token.text = takeWhile(isWordPart);
        if (token.text.empty() || token.text.size() > kLongest)
            failAt(member_, token.place,
                   "the name of a placeholder has 1 to 50 letters, digits and underscores, as in "
                   "$GENRE");
    }

    void readSign(Token& token) {
        static constexpr std::pair<char, TokenKind> kSigns[] = {
            {',', TokenKind::Comma},    {'(', TokenKind::Open},     {')', TokenKind::Close},
            {'.', TokenKind::Dot},      {'|', TokenKind::Bar},      {'=', TokenKind::Operator},
            {'<', TokenKind::Operator}, {'>', TokenKind::Operator}, {'!', TokenKind::Operator}};
        for (const auto& [sign, kind] : kSigns) {
            if (sign != peek()) continue;
            token.kind = kind;
            token.text = take();
            if (kind == TokenKind::Operator && peek() == '=') token.text += take();
            if (token.text == "!") failAt(member_, token.place, "expected !=, got '!'");
            return;
        }
        failAt(member_, token.place, unexpected());
    }

    std::string unexpected() {
        std::string character(1, take());
        while (!atEnd() && isContinuation(peek())) character += take();
        if (character == "'" || character == "\u201C" || character == "\u201D")
            return "put text in straight double quotes, as in \"Drama\"";
        if (static_cast<unsigned char>(character[0]) < ' ')
            return "there is a control character here";
        return base::concat("'", character, "' does not belong here");
    }

    std::string_view member_, text_;
    std::size_t at_ = 0;
    Place place_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view member, std::string_view text) {
    return Lexer(member, text).run();
}

void failAt(std::string_view member, Place place, std::string_view what) {
    throw base::ServiceError(
        base::ErrorCode::InvalidInput,
        base::concat(member, ": line ", place.line, ", column ", place.column, ": ", what));
}

}  // namespace foretaste::filter
