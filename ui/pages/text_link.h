// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace foretaste::pages {

/// Words that lead somewhere, reached by Tab and followed by Enter or a click.
class TextLink : public QLabel {
    Q_OBJECT

public:
    explicit TextLink(const QString& words = {}, QWidget* parent = nullptr);
    void setWords(const QString& words);
    QString words() const { return words_; }

signals:
    void activated();

private:
    QString words_;
};

}  // namespace foretaste::pages
