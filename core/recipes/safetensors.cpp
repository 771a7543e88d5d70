// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/recipes/safetensors.h"

#include <bit>
#include <cstring>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace foretaste::recipes {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are stored little-endian");

using Json = nlohmann::json;
constexpr std::size_t kLengthBytes = 8;
constexpr const char* kMetadata = "__metadata__";
constexpr const char* kChecksum = "checksum";

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& reason) {
    throw base::IoError(base::concat("The model file '", base::pathText(file), "' ", reason,
                                     ". Train the version again."));
}

/// Eight bytes at a time through the scrambler; the length keeps zeros at the end apart.
std::uint64_t hashed(std::string_view bytes, std::uint64_t hash) {
    hash ^= base::scramble(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min(sizeof word, bytes.size() - at));
        hash = base::scramble(hash + word);
    }
    return hash;
}

std::string checksumOf(Json header, std::string_view data) {
    header[kMetadata].erase(kChecksum);
    return std::to_string(hashed(data, hashed(header.dump(), 0)));
}

template <class T>
std::string bytesOf(std::span<const T> values) {
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

template <class T>
std::vector<T> valuesOf(const std::string& bytes) {
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return values;
}

}  // namespace

void TensorFile::addFloats(const std::string& name, std::vector<std::size_t> shape,
                           std::span<const float> values) {
    tensors_[name] = {"F32", std::move(shape), bytesOf(values)};
}

void TensorFile::addIntegers(const std::string& name, std::span<const std::int64_t> values) {
    tensors_[name] = {"I64", {values.size()}, bytesOf(values)};
}

void TensorFile::addTexts(const std::string& name, const std::vector<std::string>& texts) {
    std::string bytes;
    std::vector<std::int64_t> offsets{0};
    for (const auto& text : texts) {
        bytes += text;
        offsets.push_back(static_cast<std::int64_t>(bytes.size()));
    }
    const auto size = bytes.size();
    tensors_[name + ".bytes"] = {"U8", {size}, std::move(bytes)};
    addIntegers(name + ".offsets", offsets);
}

const TensorFile::Tensor& TensorFile::find(const std::string& name, std::string_view type) const {
    const auto found = tensors_.find(name);
    if (found == tensors_.end()) fail(file_, base::concat("has no tensor '", name, "'"));
    if (found->second.type != type)
        fail(file_, base::concat("has '", name, "' as ", found->second.type, " instead of ", type));
    return found->second;
}

std::vector<float> TensorFile::floats(const std::string& name, std::size_t count) const {
    auto values = valuesOf<float>(find(name, "F32").bytes);
    if (values.size() != count)
        fail(file_,
             base::concat("has ", values.size(), " values in '", name, "' instead of ", count));
    return values;
}

std::vector<std::int64_t> TensorFile::integers(const std::string& name, std::size_t count) const {
    auto values = valuesOf<std::int64_t>(find(name, "I64").bytes);
    if (values.size() != count)
        fail(file_,
             base::concat("has ", values.size(), " values in '", name, "' instead of ", count));
    return values;
}

std::vector<std::string> TensorFile::texts(const std::string& name) const {
    const auto& bytes = find(name + ".bytes", "U8").bytes;
    const auto offsets = valuesOf<std::int64_t>(find(name + ".offsets", "I64").bytes);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        const auto first = offsets[i], last = offsets[i + 1];
        if (first < 0 || last < first || static_cast<std::size_t>(last) > bytes.size())
            fail(file_, base::concat("has damaged offsets in '", name, "'"));
        texts.push_back(
            bytes.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)));
    }
    return texts;
}

const std::string& TensorFile::text(const std::string& key) const {
    const auto found = metadata.find(key);
    if (found == metadata.end()) fail(file_, base::concat("lacks '", key, "' in its metadata"));
    return found->second;
}

void TensorFile::save(const std::filesystem::path& file) const {
    Json header;
    header[kMetadata] = metadata;
    std::string data;
    for (const auto& [name, tensor] : tensors_) {
        const auto begin = data.size();
        data += tensor.bytes;
        header[name] = {{"dtype", tensor.type},
                        {"shape", tensor.shape},
                        {"data_offsets", {begin, data.size()}}};
    }
    header[kMetadata][kChecksum] = checksumOf(header, data);
    std::string text = header.dump();
    text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');
    const std::uint64_t length = text.size();
    std::string content(kLengthBytes, '\0');
    std::memcpy(content.data(), &length, kLengthBytes);
    content += text;
    content += data;
    base::writeFileAtomically(file, content);
}

TensorFile TensorFile::load(const std::filesystem::path& file) {
    const auto content = base::readFile(file);
    std::uint64_t length = 0;
    if (content.size() < kLengthBytes) fail(file, "is empty or cut off");
    std::memcpy(&length, content.data(), kLengthBytes);
    if (length > content.size() - kLengthBytes)
        fail(file, "is cut off or is no safetensors file: its header does not fit in it");
    const auto header = Json::parse(
        content.begin() + kLengthBytes,
        content.begin() + kLengthBytes + static_cast<std::ptrdiff_t>(length), nullptr, false);
    if (!header.is_object()) fail(file, "is no safetensors file: its header is not JSON");
    const auto data = std::string_view(content).substr(kLengthBytes + length);

    TensorFile result;
    result.file_ = file;
    try {
        if (!header.contains(kMetadata) || !header.at(kMetadata).contains(kChecksum))
            fail(file, "was not written by this program: it has no checksum");
        if (checksumOf(header, data) != header.at(kMetadata).at(kChecksum).get<std::string>())
            fail(file, "is damaged: its checksum does not match");
        for (const auto& [name, value] : header.items()) {
            if (name == kMetadata) {
                result.metadata = value.get<std::map<std::string, std::string>>();
                continue;
            }
            const auto offsets = value.at("data_offsets").get<std::vector<std::size_t>>();
            if (offsets.size() != 2 || offsets[0] > offsets[1] || offsets[1] > data.size())
                fail(file, base::concat("has tensor '", name, "' outside its data"));
            result.tensors_[name] = {value.at("dtype").get<std::string>(),
                                     value.at("shape").get<std::vector<std::size_t>>(),
                                     std::string(data.substr(offsets[0], offsets[1] - offsets[0]))};
        }
    } catch (const Json::exception& error) {
        fail(file, base::concat("has a damaged header (", error.what(), ")"));
    }
    return result;
}

}  // namespace foretaste::recipes
