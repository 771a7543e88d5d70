// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/guide.h"

#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QShortcut>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextList>
#include <QTextTable>

#include "ui/language/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/small_parts.h"

namespace foretaste::shell {

using namespace theme;

namespace {

constexpr const char* kArticles[] = {"first-steps", "data",   "training", "metrics",
                                     "campaigns",   "events", "endpoint", "workspace"};

QString read(const QString& language, const QString& id) {
    QFile file(QStringLiteral(":/guide/%1/%2.md").arg(language, id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList wordsOf(const QString& text) {
    return text.split(u' ', Qt::SkipEmptyParts);
}

bool contains(const GuideArticle& article, const QStringList& words) {
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return article.markdown.contains(word, Qt::CaseInsensitive);
    });
}

/// Markdown comes without space between its blocks, and with tables in relief.
void spaceOut(QTextDocument& document) {
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        if (cursor.currentTable()) continue;
        auto format = block.blockFormat();
        const int level = format.headingLevel();
        format.setTopMargin(level > 1 ? kSpaceL : 0);
        format.setBottomMargin(block.textList() ? kSpaceXs : level > 0 ? kSpaceXs : kSpaceS);
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        cursor.setBlockFormat(format);
        if (level == 0) continue;
        QTextCharFormat heading;
        heading.setFont(theme::font(level == 1 ? TextRole::Title : TextRole::Section));
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(heading);
    }
    for (auto* frame : document.rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (!table) continue;
        auto format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderBrush(colors().line);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(kSpaceXs + 2);
        format.setTopMargin(kSpaceXs);
        format.setBottomMargin(kSpaceS);
        table->setFormat(format);
    }
}

}  // namespace

QList<GuideArticle> guideArticles(const QString& language) {
    static const QRegularExpression kPages(QStringLiteral("^<!-- pages: (.*) -->\\n+"));
    static const QRegularExpression kTitle(QStringLiteral("^# (.*)$"),
                                           QRegularExpression::MultilineOption);
    QList<GuideArticle> articles;
    for (const char* each : kArticles) {
        const auto id = QLatin1String(each);
        auto text = read(language, id);
        if (text.isEmpty()) text = read(QStringLiteral("en"), id);
        const auto pages = kPages.match(text);
        text.remove(0, pages.capturedLength());
        articles.append({id, kTitle.match(text).captured(1), text, wordsOf(pages.captured(1))});
    }
    return articles;
}

GuideWindow::GuideWindow(QWidget* parent)
    : QDialog(parent),
      articles_(guideArticles(language::inUse())),
      search_(new widgets::SearchField(tr("Search the guide"))),
      list_(new QListWidget),
      nothing_(makeLabel(tr("No article has these words."), TextRole::Table, Tone::Muted, nullptr,
                         true)),
      text_(new QTextBrowser) {
    constexpr int kListWidth = 232;
    setObjectName(QStringLiteral("guideWindow"));
    setWindowTitle(tr("Guide"));
    resize(880, 640);
    search_->setObjectName(QStringLiteral("guideSearchInput"));
    list_->setObjectName(QStringLiteral("guideArticleList"));
    list_->setAccessibleName(tr("Articles"));
    list_->setFrameShape(QFrame::NoFrame);
    for (const auto& article : articles_) {
        auto* item = new QListWidgetItem(article.title, list_);
        item->setSizeHint({0, kRowHeight});
    }
    text_->setObjectName(QStringLiteral("guideText"));
    text_->setFrameShape(QFrame::NoFrame);
    text_->setFont(theme::font(TextRole::Body));
    text_->document()->setDocumentMargin(kSpaceL);
    text_->setOpenExternalLinks(false);

    auto* left = new QVBoxLayout;
    left->setSpacing(kSpaceS);
    left->addWidget(search_);
    left->addWidget(nothing_);
    left->addWidget(list_, 1);
    nothing_->hide();
    search_->setFixedWidth(kListWidth);
    list_->setFixedWidth(kListWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kSpaceM, kSpaceM, kSpaceM, kSpaceM);
    layout->setSpacing(kSpaceM);
    layout->addLayout(left);
    layout->addWidget(text_, 1);

    connect(search_, &QLineEdit::textChanged, this, &GuideWindow::find);
    connect(search_, &widgets::SearchField::downPressed, list_,
            [this] { list_->setFocus(Qt::TabFocusReason); });
    connect(list_, &QListWidget::currentRowChanged, this, &GuideWindow::show);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, search_, [this] {
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->selectAll();
    });
    list_->setCurrentRow(0);
}

void GuideWindow::openAt(const QString& pageId) {
    search_->clear();
    int row = 0;
    for (int i = 0; i < articles_.size(); ++i)
        if (articles_[i].pages.contains(pageId)) row = i;
    list_->setCurrentRow(row);
    QDialog::show();
    raise();
    activateWindow();
    text_->setFocus(Qt::OtherFocusReason);
}

QString GuideWindow::article() const {
    const int row = list_->currentRow();
    return row < 0 ? QString() : articles_[row].id;
}

void GuideWindow::find(const QString& words) {
    const auto wanted = wordsOf(words);
    int first = -1;
    for (int i = 0; i < articles_.size(); ++i) {
        const bool found = contains(articles_[i], wanted);
        list_->item(i)->setHidden(!found);
        if (found && first < 0) first = i;
    }
    nothing_->setVisible(first < 0);
    const int row = list_->currentRow();
    if (first >= 0 && (row < 0 || list_->item(row)->isHidden()))
        list_->setCurrentRow(first);
    else
        show(row);
}

/// The words that are searched for are marked, and the first one is in sight.
void GuideWindow::show(int row) {
    if (row < 0) return;
    text_->setMarkdown(articles_[row].markdown);
    spaceOut(*text_->document());
    text_->setAccessibleName(articles_[row].title);
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto& word : wordsOf(search_->text())) {
        for (auto place = text_->document()->find(word); !place.isNull();
             place = text_->document()->find(word, place)) {
            QTextEdit::ExtraSelection mark;
            mark.cursor = place;
            mark.format.setBackground(colors().soft);
            mark.format.setFontWeight(QFont::Bold);
            marks.append(mark);
        }
    }
    text_->setExtraSelections(marks);
    if (marks.isEmpty()) return;
    QTextCursor first = marks.front().cursor;
    first.clearSelection();
    text_->setTextCursor(first);
    text_->ensureCursorVisible();
}

}  // namespace foretaste::shell
