// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <functional>

#include "ui/bridge/request_snippets.h"

namespace foretaste::wizards {

/// Copies the request that the console makes in the form of the reader's choice: JSON, boto3,
/// aws-cli or curl, for the port that the endpoint is set to.
class CopyRequestButton : public QPushButton {
    Q_OBJECT
public:
    /// `request` is asked when something is copied.
    explicit CopyRequestButton(std::function<bridge::ApiRequest()> request,
                               QWidget* parent = nullptr);

signals:
    /// What to tell the user.
    void copied(const QString& message);

private:
    void copy(bridge::SnippetForm form, const QString& name);

    std::function<bridge::ApiRequest()> request_;
};

}  // namespace foretaste::wizards
