// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/client_snippets.h"

namespace foretaste::pages {

ClientSnippets clientSnippets(int port, const QString& accessKeyId, const QString& secret) {
    const auto id = accessKeyId.isEmpty() ? QStringLiteral("ACCESS_KEY_ID") : accessKeyId;
    const auto key = secret.isEmpty() ? QStringLiteral("SECRET_ACCESS_KEY") : secret;
    const auto url = QStringLiteral("http://127.0.0.1:%1").arg(port);
    const auto fill = [&](const char* text) {
        return QString::fromLatin1(text)
            .replace(QStringLiteral("<url>"), url)
            .replace(QStringLiteral("<id>"), id)
            .replace(QStringLiteral("<secret>"), key);
    };
    return {fill("import boto3\n"
                 "\n"
                 "here = dict(endpoint_url=\"<url>\", region_name=\"us-east-1\",\n"
                 "            aws_access_key_id=\"<id>\",\n"
                 "            aws_secret_access_key=\"<secret>\")\n"
                 "personalize = boto3.client(\"personalize\", **here)\n"
                 "runtime = boto3.client(\"personalize-runtime\", **here)\n"
                 "events = boto3.client(\"personalize-events\", **here)\n"
                 "\n"
                 "print(personalize.list_campaigns()[\"campaigns\"])\n"),
            fill("export AWS_ACCESS_KEY_ID=<id>\n"
                 "export AWS_SECRET_ACCESS_KEY=<secret>\n"
                 "export AWS_DEFAULT_REGION=us-east-1\n"
                 "aws personalize list-campaigns --endpoint-url <url>\n"
                 "\n"
                 "# aws-cli 2.13 and boto3 1.28 or newer also read:\n"
                 "export AWS_ENDPOINT_URL=<url>\n"),
            fill("curl --aws-sigv4 \"aws:amz:us-east-1:personalize\" \\\n"
                 "  --user \"<id>:<secret>\" \\\n"
                 "  -H \"X-Amz-Target: AmazonPersonalize.ListCampaigns\" \\\n"
                 "  -H \"Content-Type: application/x-amz-json-1.1\" \\\n"
                 "  -d '{}' <url>/\n")};
}

}  // namespace foretaste::pages
