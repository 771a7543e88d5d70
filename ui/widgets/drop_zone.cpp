// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drop_zone.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

#include "ui/theme/icons.h"
#include "ui/theme/style_paint.h"
#include "ui/widgets/dialogs.h"

namespace foretaste::widgets {

using namespace theme;

DropZone::DropZone(const QStringList& suffixes, QWidget* parent)
    : QWidget(parent),
      suffixes_(suffixes),
      title_(makeLabel({}, TextRole::Strong, Tone::Text, this, true)),
      remark_(makeLabel({}, TextRole::Small, Tone::Muted, this, true)),
      button_(new QPushButton(tr("Choose file…"), this)) {
    setAcceptDrops(true);
    setFocusProxy(button_);
    setMinimumHeight(88);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(60, kSpaceL, kSpaceL, kSpaceL);
    layout->setSpacing(kSpaceL);
    auto* words = new QVBoxLayout;
    words->setSpacing(kSpaceXs);
    words->addStretch(1);
    words->addWidget(title_);
    words->addWidget(remark_);
    words->addStretch(1);
    layout->addLayout(words, 1);
    layout->addWidget(button_);
    title_->setObjectName(QStringLiteral("dropZoneTitle"));
    remark_->setObjectName(QStringLiteral("dropZoneRemark"));
    button_->setObjectName(QStringLiteral("chooseFileButton"));
    connect(button_, &QPushButton::clicked, this, &DropZone::browse);
    clear();
}

void DropZone::clear() {
    file_.clear();
    title_->setText(folders_ ? tr("Drop a file or folder here") : tr("Drop a file here"));
    QStringList kinds;
    for (const QString& suffix : suffixes_) kinds << u'.' + suffix;
    show(tr("or choose one: %1").arg(kinds.join(QStringLiteral(", "))), false);
}

bool DropZone::fits(const QString& path, QString& why) const {
    const QFileInfo info(path);
    if (!info.exists()) {
        why = tr("There is no file %1.").arg(path);
        return false;
    }
    if (info.isDir()) {
        if (!folders_) why = tr("%1 is a folder; choose a file.").arg(info.fileName());
        return folders_;
    }
    if (!info.isReadable()) {
        why = tr("%1 cannot be read: its permissions forbid it.").arg(info.fileName());
        return false;
    }
    for (const QString& suffix : suffixes_) {
        if (path.endsWith(u'.' + suffix, Qt::CaseInsensitive)) return true;
    }
    why = tr("%1 is not one of: %2.").arg(info.fileName(), suffixes_.join(QStringLiteral(", ")));
    return false;
}

bool DropZone::setFile(const QString& path) {
    QString why;
    if (!fits(path, why)) {
        show(why, true);
        return false;
    }
    file_ = path;
    const QFileInfo info(path);
    title_->setText(info.fileName());
    show(info.isDir()
             ? info.absolutePath()
             : tr("%1 in %2").arg(QLocale().formattedDataSize(info.size(), 1, QLocale::DataSizeSIFormat), info.absolutePath()),
         false);
    emit fileChosen(path);
    return true;
}

void DropZone::setRemark(const QString& remark) {
    show(remark, false);
}

void DropZone::show(const QString& message, bool bad) {
    remark_->setText(message);
    setText(*remark_, TextRole::Small, bad ? Tone::Bad : Tone::Muted);
    setAccessibleDescription(title_->text() + u'\n' + message);
    update();
}

void DropZone::browse() {
    QStringList patterns;
    for (const QString& suffix : suffixes_) patterns << QStringLiteral("*.") + suffix;
    const QString path = openFile(this, tr("Choose a file"),
                                  tr("Data (%1);;All files (*)").arg(patterns.join(u' ')));
    if (!path.isEmpty()) setFile(path);
}

void DropZone::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    event->acceptProposedAction();
    hot_ = true;
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent*) {
    hot_ = false;
    update();
}

void DropZone::dropEvent(QDropEvent* event) {
    hot_ = false;
    update();
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.isEmpty()) return;
    if (!urls.first().isLocalFile()) {
        show(tr("Only files of this machine can be taken."), true);
        return;
    }
    event->acceptProposedAction();
    setFile(urls.first().toLocalFile());
}

void DropZone::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Paste)) {
        setFile(QGuiApplication::clipboard()->text().trimmed());
        return;
    }
    QWidget::keyPressEvent(event);
}

void DropZone::paintEvent(QPaintEvent*) {
    const Colors& c = colors();
    QPainter painter(this);
    const PainterGuard guard(painter);
    QPen pen(hot_ ? c.accent : c.border, hot_ ? 2 : 1);
    if (file_.isEmpty()) pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(hot_ ? c.soft : c.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadiusControl, kRadiusControl);
    drawIcon(painter, QRectF(20, (height() - 24) / 2.0, 24, 24),
             file_.isEmpty() ? Icon::Upload : Icon::Table, c.accent);
}

}  // namespace foretaste::widgets
