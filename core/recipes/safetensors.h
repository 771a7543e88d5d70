// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace foretaste::recipes {

/// A file of named tensors in the safetensors format, which Python reads with `safetensors`: eight
/// bytes of header length, a JSON header, the data, little-endian. Texts are two tensors: their
/// bytes
/// ("name.bytes", U8) and where each begins ("name.offsets", I64). A checksum over header and data
/// is kept in the metadata.
class TensorFile {
public:
    std::map<std::string, std::string> metadata;

    void addFloats(const std::string& name, std::vector<std::size_t> shape,
                   std::span<const float> values);
    void addIntegers(const std::string& name, std::span<const std::int64_t> values);
    void addTexts(const std::string& name, const std::vector<std::string>& texts);

    // Readers throw base::IoError naming the file where a tensor is missing, of another type, or
    // not of the expected number of values.
    std::vector<float> floats(const std::string& name, std::size_t count) const;
    std::vector<std::int64_t> integers(const std::string& name, std::size_t count) const;
    std::vector<std::string> texts(const std::string& name) const;
    const std::string& text(const std::string& key) const;  ///< of the metadata

    /// Throws base::IoError.
    void save(const std::filesystem::path& file) const;
    /// Throws base::IoError that says what is wrong with a damaged or foreign file.
    static TensorFile load(const std::filesystem::path& file);

private:
    struct Tensor {
        std::string type;
        std::vector<std::size_t> shape;
        std::string bytes;
    };
    const Tensor& find(const std::string& name, std::string_view type) const;

    std::map<std::string, Tensor> tensors_;
    std::filesystem::path file_;  ///< where it was read from, for messages
};

}  // namespace foretaste::recipes
