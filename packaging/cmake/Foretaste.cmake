# What every target shares: warnings as errors, sanitizers, and one function a kind of target. A
# folder is a target, a namespace and a test folder; files are found by globbing, so a new file needs
# no line here.

add_library(foretaste_options INTERFACE)
target_compile_features(foretaste_options INTERFACE cxx_std_20)
target_include_directories(foretaste_options INTERFACE ${PROJECT_SOURCE_DIR})
if(MSVC)
  target_compile_options(foretaste_options INTERFACE /utf-8 /permissive- /W4 /WX /Zc:__cplusplus)
  target_compile_definitions(foretaste_options INTERFACE NOMINMAX WIN32_LEAN_AND_MEAN
                             _CRT_SECURE_NO_WARNINGS)
else()
  target_compile_options(foretaste_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror
                         -Wno-missing-field-initializers)
endif()
# GCC 12 reports uses of moved strings and vectors that are none (GCC bugs 105329, 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(foretaste_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()
if(FORETASTE_SANITIZE)
  target_compile_options(foretaste_options INTERFACE -fsanitize=${FORETASTE_SANITIZE}
                         -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(foretaste_options INTERFACE -fsanitize=${FORETASTE_SANITIZE})
endif()

# foretaste_library(core/base [SOURCES file...] [LINK target...])
#   folder -> target foretaste_core_base; SOURCES replaces the folder's *.cpp.
function(foretaste_library folder)
  cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
  string(REPLACE "/" "_" name ${folder})
  if(NOT arg_SOURCES)
    file(GLOB arg_SOURCES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp
         ${PROJECT_SOURCE_DIR}/${folder}/*.h)
  endif()
  if(NOT arg_SOURCES MATCHES "\\.cpp")
    add_library(foretaste_${name} INTERFACE)
    target_link_libraries(foretaste_${name} INTERFACE foretaste_options ${arg_LINK})
    return()
  endif()
  add_library(foretaste_${name} STATIC ${arg_SOURCES})
  set_target_properties(foretaste_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(foretaste_${name} PUBLIC foretaste_options ${arg_LINK})
  if(folder MATCHES "^core" AND NOT MSVC)
    target_compile_options(foretaste_${name} PRIVATE -Wconversion)
  endif()
endfunction()

# foretaste_core_test(core/base): every tests/core/base/*_test.cpp in one GoogleTest program.
function(foretaste_core_test folder)
  string(REPLACE "/" "_" name ${folder})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${folder}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_link_libraries(test_${name} PRIVATE foretaste_${name} GTest::gtest_main ${ARGN})
  # Where the compiler ran: a compiler cache makes __FILE__ relative to it (tests::sourceRoot).
  add_test(NAME ${folder} COMMAND test_${name} WORKING_DIRECTORY ${CMAKE_BINARY_DIR})
  set_tests_properties(${folder} PROPERTIES TIMEOUT 600)
endfunction()

# foretaste_qt_test(ui/wizards/import_test target...): one Qt Test program from one file. It is told
# the folder that screenshots are written to.
set(FORETASTE_SCREENSHOTS ${PROJECT_BINARY_DIR}/screenshots)
file(MAKE_DIRECTORY ${FORETASTE_SCREENSHOTS})
function(foretaste_qt_test file)
  string(REPLACE "/" "_" name ${file})
  add_executable(test_${name} ${PROJECT_SOURCE_DIR}/tests/${file}.cpp)
  set_target_properties(test_${name} PROPERTIES AUTOMOC ON)
  target_link_libraries(test_${name} PRIVATE Qt6::Test ${ARGN})
  target_compile_definitions(test_${name} PRIVATE
                             FORETASTE_SCREENSHOTS="${FORETASTE_SCREENSHOTS}")
  add_test(NAME ${file} COMMAND test_${name})
  set_tests_properties(${file} PROPERTIES TIMEOUT 900
                       ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QTEST_FUNCTION_TIMEOUT=800000")
endfunction()
