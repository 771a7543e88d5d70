// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPushButton;

namespace foretaste::widgets {

// Takes a file by drag and drop, by a button or by pasting a path. Folders are taken where allowed.
class DropZone : public QWidget {
    Q_OBJECT
public:
    // `suffixes` as {"csv", "csv.gz"}; a file with another one is refused with a message.
    explicit DropZone(const QStringList& suffixes, QWidget* parent = nullptr);

    void setFoldersAllowed(bool allowed) { folders_ = allowed; }
    // Shows the file and sends fileChosen(); false and a message where it does not fit.
    bool setFile(const QString& path);
    void clear();
    QString file() const { return file_; }
    // A remark below the file's name: "118,420 rows, 4 columns".
    void setRemark(const QString& remark);

signals:
    void fileChosen(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void browse();
    bool fits(const QString& path, QString& why) const;
    void show(const QString& message, bool bad);

    QStringList suffixes_;
    bool folders_ = false;
    bool hot_ = false;
    QString file_;
    QLabel* title_;
    QLabel* remark_;
    QPushButton* button_;
};

}  // namespace foretaste::widgets
