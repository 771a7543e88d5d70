// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace foretaste::widgets {
class DropZone;
}

namespace foretaste::wizards {

/// Where a CSV is: dropped, chosen, or typed as a path, a folder or s3://bucket/key.
class LocationInput : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString location READ location WRITE setLocation NOTIFY locationChanged USER true)

public:
    explicit LocationInput(QWidget* parent = nullptr);

    QString location() const;
    void setLocation(const QString& location);

signals:
    /// At once when a file is chosen, after a pause while one is typed.
    void locationChanged(const QString& location);

private:
    void tell();

    widgets::DropZone* drop_;
    QLineEdit* edit_;
    QTimer pause_;
    QString told_;
};

}  // namespace foretaste::wizards
