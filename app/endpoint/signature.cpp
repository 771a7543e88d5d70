// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/endpoint/signature.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <cstdlib>

namespace foretaste::endpoint {
namespace {

constexpr std::string_view kAlgorithm = "AWS4-HMAC-SHA256", kService = "personalize",
                           kEnd = "aws4_request";
constexpr std::int64_t kMostSkewSeconds = 15 * 60;

QByteArray bytes(std::string_view text) {
    return {text.data(), static_cast<qsizetype>(text.size())};
}

std::string sha256(std::string_view text) {
    return QCryptographicHash::hash(bytes(text), QCryptographicHash::Sha256).toHex().toStdString();
}

QByteArray hmac(const QByteArray& key, std::string_view text) {
    return QMessageAuthenticationCode::hash(bytes(text), key, QCryptographicHash::Sha256);
}

/// What an Authorization header says.
struct Claim {
    std::string accessKeyId, date, region, service, end, signedHeaders, signature;
    std::string scope() const { return base::concat(date, '/', region, '/', service, '/', end); }
};

[[noreturn]] void incomplete(const std::string& message) {
    throw Refused(400, "IncompleteSignature", message);
}

Claim readClaim(std::string_view header) {
    Claim claim;
    if (!header.starts_with(kAlgorithm))
        incomplete(base::concat("the Authorization header must begin with ", kAlgorithm));
    for (const auto& part : base::split(header.substr(kAlgorithm.size()), ',')) {
        const auto text = base::trimmed(part);
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) continue;
        const auto name = text.substr(0, equals), value = text.substr(equals + 1);
        if (name == "SignedHeaders") claim.signedHeaders = value;
        if (name == "Signature") claim.signature = value;
        if (name != "Credential") continue;
        const auto parts = base::split(value, '/');
        if (parts.size() != 5)
            incomplete(
                "the Credential must be <access key id>/<date>/<region>/personalize/"
                "aws4_request");
        claim.accessKeyId = parts[0];
        claim.date = parts[1];
        claim.region = parts[2];
        claim.service = parts[3];
        claim.end = parts[4];
    }
    if (claim.accessKeyId.empty() || claim.signedHeaders.empty() || claim.signature.empty())
        incomplete("the Authorization header must have Credential, SignedHeaders and Signature");
    return claim;
}

/// Every octet but the unreserved ones as %XX (RFC 3986, section 2.3); `keep` stays as it is.
std::string percentEncoded(std::string_view text, char keep) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain || c == keep) {
            encoded += c;
        } else {
            const auto octet = static_cast<unsigned char>(c);
            encoded += '%';
            encoded += kDigits[octet >> 4U];
            encoded += kDigits[octet & 15U];
        }
    }
    return encoded;
}

/// Runs of white space are one space, none at the ends.
std::string collapsed(std::string_view text) {
    std::string out;
    for (const char c : base::trimmed(text)) {
        const bool isSpace = c == ' ' || c == '\t';
        if (!isSpace || out.back() != ' ') out += isSpace ? ' ' : c;
    }
    return out;
}

/// The parameters in the order of their names, then values; each with its '='.
std::string canonicalQuery(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    for (const auto& each : base::split(query, '&')) {
        const auto equals = std::min(each.find('='), each.size());
        if (!each.empty())
            parameters.emplace_back(each.substr(0, equals),
                                    each.substr(std::min(equals + 1, each.size())));
    }
    std::sort(parameters.begin(), parameters.end());
    std::vector<std::string> texts;
    for (const auto& [name, value] : parameters) texts.push_back(base::concat(name, '=', value));
    return base::join(texts, "&");
}

std::string canonicalRequest(const HttpRequest& request, std::string_view signedHeaders) {
    const auto target = std::string_view(request.target);
    const auto question = std::min(target.find('?'), target.size());
    const auto query = target.substr(std::min(question + 1, target.size()));
    std::string headers;
    for (const auto& name : base::split(signedHeaders, ';')) {
        std::vector<std::string> values;
        for (const auto& [each, value] : request.headers)
            if (base::equalsIgnoringCase(each, name)) values.push_back(collapsed(value));
        headers += base::concat(name, ':', base::join(values, ","), '\n');
    }
    return base::concat(request.method, '\n', percentEncoded(target.substr(0, question), '/'), '\n',
                        canonicalQuery(query), '\n', headers, '\n', signedHeaders, '\n',
                        sha256(request.body));
}

std::string signatureOf(const HttpRequest& request, const Claim& claim, std::string_view date,
                        std::string_view secret) {
    const auto toSign = base::concat(kAlgorithm, '\n', date, '\n', claim.scope(), '\n',
                                     sha256(canonicalRequest(request, claim.signedHeaders)));
    auto key = hmac(bytes(base::concat("AWS4", secret)), claim.date);
    for (const std::string_view part :
         {std::string_view(claim.region), std::string_view(claim.service),
          std::string_view(claim.end)})
        key = hmac(key, part);
    return hmac(key, toSign).toHex().toStdString();
}

/// Takes equally long wherever the texts differ.
bool equalInConstantTime(std::string_view a, std::string_view b) {
    if (a.size() != b.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
    return difference == 0;
}

void checkDate(const Claim& claim, std::string_view date, std::int64_t nowSeconds) {
    // Read apart: a whole QDateTime would be read as local time, which has gaps.
    const auto text = QString::fromLatin1(bytes(date));
    const auto day = QDate::fromString(text.left(8), QStringLiteral("yyyyMMdd"));
    const auto time = QTime::fromString(text.mid(8), QStringLiteral("'T'HHmmss'Z'"));
    if (!day.isValid() || !time.isValid())
        incomplete(
            base::concat("X-Amz-Date: '", date.substr(0, 40), "' is not like 20261125T080000Z"));
    if (!date.starts_with(claim.date) || claim.date.size() != 8)
        incomplete("the date of the Credential is not that of X-Amz-Date");
    const auto signedAt = QDateTime(day, time, Qt::UTC).toSecsSinceEpoch();
    if (std::abs(signedAt - nowSeconds) > kMostSkewSeconds)
        throw Refused(400, "RequestExpired",
                      base::concat("the request was signed at ", date,
                                   ", more than 15 minutes off this machine's clock"));
}

/// Host and all X-Amz headers have to be under the signature: they decide what is done.
void checkSignedHeaders(const HttpRequest& request, const Claim& claim) {
    const auto names = base::split(claim.signedHeaders, ';');
    const auto isSigned = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), base::toLower(name)) != names.end();
    };
    if (!isSigned("host")) incomplete("the Host header must be signed");
    for (const auto& [name, value] : request.headers)
        if (base::toLower(name).starts_with("x-amz-") && !isSigned(name))
            incomplete(base::concat("the header ", name, " must be signed"));
}

}  // namespace

std::string amazonDate(std::int64_t seconds) {
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"))
        .toStdString();
}

void verifySignature(const HttpRequest& request, const SecretOf& secretOf,
                     std::int64_t nowSeconds) {
    const auto header = request.header("Authorization");
    if (header.empty())
        throw Refused(403, "MissingAuthenticationToken",
                      "the request is not signed: use a key of this workspace (foretaste-cli keys "
                      "create)");
    const auto claim = readClaim(header);
    if (claim.service != kService || claim.end != kEnd)
        incomplete(base::concat("the Credential must be for the service ", kService, ", not '",
                                claim.service, "'"));
    checkSignedHeaders(request, claim);
    const auto date = request.header("X-Amz-Date");
    checkDate(claim, date, nowSeconds);
    const auto secret = secretOf(claim.accessKeyId);
    if (!secret)
        throw Refused(403, "InvalidClientTokenId",
                      base::concat("this workspace has no access key ", claim.accessKeyId));
    if (!equalInConstantTime(signatureOf(request, claim, date, *secret), claim.signature))
        throw Refused(403, "InvalidSignatureException",
                      "the signature does not fit the request: check the secret access key");
}

std::string signatureHeader(const HttpRequest& request, std::string_view accessKeyId,
                            std::string_view secret, std::string_view region) {
    const auto date = request.header("X-Amz-Date");
    std::vector<std::string> names;
    for (const auto& [name, value] : request.headers) names.push_back(base::toLower(name));
    std::sort(names.begin(), names.end());
    Claim claim{std::string(accessKeyId),
                std::string(date.substr(0, 8)),
                std::string(region),
                std::string(kService),
                std::string(kEnd),
                base::join(names, ";"),
                {}};
    claim.signature = signatureOf(request, claim, date, secret);
    return base::concat(kAlgorithm, " Credential=", accessKeyId, '/', claim.scope(),
                        ", SignedHeaders=", claim.signedHeaders, ", Signature=", claim.signature);
}

}  // namespace foretaste::endpoint
