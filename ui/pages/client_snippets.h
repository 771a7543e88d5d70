// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foretaste::pages {

/// Code that reaches the endpoint on a port with a key; an empty key stands for one to be filled
/// in.
struct ClientSnippets {
    QString boto3, awsCli, curl;
};
ClientSnippets clientSnippets(int port, const QString& accessKeyId, const QString& secret);

}  // namespace foretaste::pages
