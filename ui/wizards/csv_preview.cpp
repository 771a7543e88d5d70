// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizards/csv_preview.h"

#include <QSet>

#include "ui/bridge/engine_words.h"
#include "ui/bridge/words.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/data_table.h"

namespace foretaste::wizards {

using namespace theme;
using bridge::text;

namespace {

constexpr int kHeaderLines = 1;
constexpr int kRowsShown = 5;

/// A mark of trouble is a soft ground and an icon, so that it is told by more than its colour.
class PreviewDelegate : public widgets::TableDelegate {
public:
    using TableDelegate::TableDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        TableDelegate::paint(painter, option, index);
        if (!index.data(CsvPreviewModel::kTroubleRole).toBool()) return;
        painter->save();
        QColor ground = colors().bad;
        ground.setAlphaF(0.12f);
        painter->fillRect(option.rect.adjusted(0, 0, 0, -1), ground);
        painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height() - 1),
                          colors().bad);
        painter->restore();
    }
};

QString joined(const std::vector<std::string>& names) {
    QStringList words;
    for (const auto& name : names) words << text(name);
    return words.join(QStringLiteral(", "));
}

/// How many of the rows that are shown do not fit.
int troubledRows(const ingest::Preview& preview) {
    QSet<std::int64_t> lines;
    const auto last = static_cast<std::int64_t>(preview.rows.size()) + kHeaderLines;
    for (const auto& issue : preview.issues)
        if (issue.line <= last) lines.insert(issue.line);
    return static_cast<int>(lines.size());
}

}  // namespace

CsvPreviewModel::CsvPreviewModel(QObject* parent) : QAbstractTableModel(parent) {}

void CsvPreviewModel::setPreview(const ingest::Preview& preview) {
    beginResetModel();
    preview_ = preview;
    troubles_.clear();
    for (const auto& issue : preview.issues) {
        const int row = static_cast<int>(issue.line) - kHeaderLines - 1;
        const auto column = std::find(preview.header.begin(), preview.header.end(), issue.column);
        const bool whole = column == preview.header.end();
        const int place = whole ? 0 : static_cast<int>(column - preview.header.begin());
        troubles_[{row, place}] = bridge::spoken(issue.reason);
    }
    endResetModel();
}

int CsvPreviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(preview_.rows.size());
}

int CsvPreviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(preview_.header.size());
}

QVariant CsvPreviewModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const auto& row = preview_.rows[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<std::size_t>(index.column());
    const auto trouble = troubles_.constFind({index.row(), index.column()});
    const bool troubled = trouble != troubles_.constEnd();
    switch (role) {
        case Qt::DisplayRole: return column < row.size() ? text(row[column]) : QString();
        case Qt::ToolTipRole:
        case Qt::AccessibleDescriptionRole: return troubled ? QVariant(*trouble) : QVariant();
        case Qt::DecorationRole:
            return troubled ? QVariant(icon(Icon::Warning, Tone::Bad)) : QVariant();
        case Qt::ForegroundRole: return troubled ? QVariant(QBrush(colors().bad)) : QVariant();
        case kTroubleRole: return troubled;
        default: return {};
    }
}

QVariant CsvPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= columnCount())
        return {};
    return text(preview_.header[static_cast<std::size_t>(section)]);
}

CsvPreview::CsvPreview(QWidget* parent)
    : QWidget(parent),
      summary_(makeLabel({}, TextRole::Strong)),
      lines_(new QVBoxLayout),
      table_(new widgets::DataTable(tr("First rows of the file"))),
      model_(new CsvPreviewModel(this)) {
    setObjectName(QStringLiteral("csvPreview"));
    summary_->setObjectName(QStringLiteral("csvSummary"));
    table_->setObjectName(QStringLiteral("csvPreviewTable"));
    table_->setModel(model_);
    table_->setItemDelegate(new PreviewDelegate(table_));
    table_->setFitRows(kRowsShown);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceS);
    layout->addWidget(summary_);
    lines_->setSpacing(kSpaceXs);
    layout->addLayout(lines_);
    layout->addWidget(table_);
    clear();
}

void CsvPreview::clear() {
    clearLines();
    model_->setPreview({});
    hide();
}

void CsvPreview::showLooking() {
    clearLines();
    summary_->setText(tr("Looking at the file…"));
    table_->hide();
    show();
}

void CsvPreview::showPreview(const ingest::Preview& preview) {
    clearLines();
    model_->setPreview(preview);
    const int rows = model_->rowCount(), columns = model_->columnCount();
    summary_->setText(tr("%1 · the first %2")
                          .arg(columns == 1 ? tr("1 column") : tr("%1 columns").arg(columns),
                               rows == 1 ? tr("row") : tr("%1 rows").arg(rows)));
    // The fault is told at the field; here is what else was seen.
    const auto fault = previewFault(preview);
    for (const auto& hint : preview.hints)
        if (const auto words = bridge::sentenceText(text(hint)); !fault.contains(words))
            addLine(words, Icon::Warning, Tone::Warn);
    if (!preview.extraColumns.empty())
        addLine(tr("Not in the schema, so not imported: %1.").arg(joined(preview.extraColumns)),
                Icon::Info, Tone::Muted);
    if (fault.isEmpty() && preview.hints.empty())
        addLine(tr("These rows fit the schema."), Icon::Check, Tone::Ok);
    table_->setVisible(rows > 0);
    show();
}

void CsvPreview::addLine(const QString& text, Icon icon, Tone tone) {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kSpaceXs + kSpaceXxs);
    auto* mark = new QLabel;
    mark->setFixedSize(kIconSmall, kIconSmall);
    const auto paint = [mark, icon, tone] {
        mark->setPixmap(iconPixmap(icon, 14, tone, mark->devicePixelRatioF()));
    };
    connect(&Theme::get(), &Theme::changed, mark, paint);
    paint();
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto* words = makeLabel(text, TextRole::Small, Tone::Text, nullptr, true);
    words->setObjectName(QStringLiteral("csvHint"));
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(words, 1);
    lines_->addWidget(line);
}

void CsvPreview::clearLines() {
    while (QLayoutItem* item = lines_->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString previewFault(const ingest::Preview& preview) {
    if (!preview.fault.empty()) return bridge::sentenceText(text(preview.fault));
    if (preview.hints.empty() || troubledRows(preview) < static_cast<int>(preview.rows.size()))
        return {};
    return CsvPreview::tr("None of the first rows fits the schema. %1")
        .arg(bridge::sentenceText(text(preview.hints.front())));
}

QString previewWarning(const ingest::Preview& preview) {
    if (preview.issues.empty()) return {};
    return CsvPreview::tr(
        "Rows that do not fit the schema are left out, and listed in the import's "
        "report.");
}

}  // namespace foretaste::wizards
