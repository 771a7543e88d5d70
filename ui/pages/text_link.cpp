// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/text_link.h"

#include "ui/theme/theme.h"

namespace foretaste::pages {

TextLink::TextLink(const QString& words, QWidget* parent) : QLabel(parent) {
    theme::setText(*this, theme::TextRole::Body);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setWords(words);
    connect(this, &QLabel::linkActivated, this, &TextLink::activated);
    // A link keeps the colour it had when the text was set.
    connect(&theme::Theme::get(), &theme::Theme::changed, this, [this] {
        clear();
        setWords(words_);
    });
}

void TextLink::setWords(const QString& words) {
    words_ = words;
    setText(QStringLiteral("<a href=\"#\" style=\"text-decoration:none\">%1</a>")
                .arg(words.toHtmlEscaped()));
    setAccessibleName(words);
}

}  // namespace foretaste::pages
