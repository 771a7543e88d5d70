// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QLabel;
class QListWidget;
class QTextBrowser;

namespace foretaste::widgets {
class SearchField;
}

namespace foretaste::shell {

// An article of the guide that comes with the program: resources/guide/<language>/<id>.md. Its
// first line names the pages of the console that it is about.
struct GuideArticle {
    QString id;
    QString title;
    QString markdown;  // with the title
    QStringList pages;
};

// The articles in a language, in the order of reading. Those that are not there in it are English.
QList<GuideArticle> guideArticles(const QString& language);

// The guide beside the console: articles at the left, found by their words, the chosen one at the
// right. It does not block the window.
class GuideWindow : public QDialog {
    Q_OBJECT
public:
    explicit GuideWindow(QWidget* parent);

    // Shows the article about a page, the first one where none is; empties the search.
    void openAt(const QString& pageId);
    QString article() const;

private:
    void find(const QString& words);
    void show(int row);

    QList<GuideArticle> articles_;
    widgets::SearchField* search_;
    QListWidget* list_;
    QLabel* nothing_;
    QTextBrowser* text_;
};

}  // namespace foretaste::shell
