# Run by cpack on the staged files before it packs them. The portable archive and the AppDir bring
# Qt, its plugins, what these link, the typeface, Qt's translations, and the licences of all that;
# the programs find it by the old DT_RPATH, which holds for the libraries' own dependencies too.
# Left to the system, as every desktop has them: the C and C++ runtime, OpenGL, X11's and
# Wayland's base, fontconfig and freetype.
if(CPACK_GENERATOR STREQUAL "TXZ")
  set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY})
elseif(CPACK_GENERATOR STREQUAL "External")
  set(tree ${CPACK_TEMPORARY_INSTALL_DIRECTORY}${CPACK_PACKAGING_INSTALL_PREFIX})
else()
  return()
endif()
foreach(needed PATCHELF:patchelf STRIP:strip)
  string(REPLACE ":" ";" needed ${needed})
  list(GET needed 0 variable)
  list(GET needed 1 program)
  find_program(${variable} ${program} REQUIRED)
endforeach()
if(NOT CPACK_FORETASTE_FONTS)
  message(FATAL_ERROR "A package that brings its Qt brings the typeface Inter, too: install "
                      "fonts-inter and configure anew, or set FORETASTE_INTER to its folder")
endif()

set(plugins)
foreach(wanted platforms/libqxcb.so platforms/libqoffscreen.so platforms/libqwayland-generic.so
        platforms/libqwayland-egl.so wayland-shell-integration/libxdg-shell.so
        wayland-decoration-client/libbradient.so
        wayland-graphics-integration-client/libqt-plugin-wayland-egl.so
        iconengines/libqsvgicon.so imageformats/libqsvg.so imageformats/libqjpeg.so
        xcbglintegrations/libqxcb-glx-integration.so xcbglintegrations/libqxcb-egl-integration.so
        platforminputcontexts/libcomposeplatforminputcontextplugin.so
        platforminputcontexts/libibusplatforminputcontextplugin.so)
  if(EXISTS ${CPACK_FORETASTE_QT_PLUGINS}/${wanted})
    get_filename_component(folder ${wanted} DIRECTORY)
    file(COPY ${CPACK_FORETASTE_QT_PLUGINS}/${wanted} DESTINATION ${tree}/plugins/${folder})
    list(APPEND plugins ${CPACK_FORETASTE_QT_PLUGINS}/${wanted})
  elseif(wanted MATCHES "xcb.so|offscreen|svg")
    message(FATAL_ERROR "Qt's plugin ${wanted} is missing in ${CPACK_FORETASTE_QT_PLUGINS}")
  endif()
endforeach()

file(GLOB programs ${tree}/bin/*)
file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${programs} MODULES ${plugins}
  RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR missing
  PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|m|pthread|dl|rt|stdc\\+\\+|gcc_s|z|expat)\\.so"
    "^lib(GL|EGL|OpenGL|GLX|GLdispatch|drm|gbm)[.0-9]*\\.so" "^libX11(-xcb)?\\.so" "^libxcb\\.so"
    "^libwayland-" "^lib(fontconfig|freetype)\\.so")
if(missing)
  message(FATAL_ERROR "These libraries are needed but not found: ${missing}")
endif()
file(COPY ${libraries} DESTINATION ${tree}/lib FOLLOW_SYMLINK_CHAIN)
file(COPY ${CPACK_FORETASTE_FONTS} DESTINATION ${tree}/share/foretaste/fonts)
file(COPY ${CPACK_FORETASTE_QT_WORDS} DESTINATION ${tree}/translations)
file(WRITE ${tree}/bin/qt.conf
     "[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n")

file(GLOB_RECURSE copied LIST_DIRECTORIES OFF ${tree}/lib/* ${tree}/plugins/*)
foreach(file ${programs} ${copied})
  if(NOT IS_SYMLINK ${file})
    get_filename_component(folder ${file} DIRECTORY)
    file(RELATIVE_PATH up ${folder} ${tree}/lib)
    execute_process(COMMAND ${STRIP} --strip-unneeded ${file} COMMAND_ERROR_IS_FATAL ANY)
    execute_process(COMMAND ${PATCHELF} --force-rpath --set-rpath "$ORIGIN/${up}" ${file}
                    COMMAND_ERROR_IS_FATAL ANY)
  endif()
endforeach()

# Each Debian package that something was taken from says under which licence.
find_program(DPKG_QUERY dpkg-query)
if(DPKG_QUERY)
  set(packages)
  foreach(file ${libraries} ${plugins} ${CPACK_FORETASTE_FONTS})
    file(REAL_PATH ${file} real)
    execute_process(COMMAND ${DPKG_QUERY} -S ${real} OUTPUT_VARIABLE owner ERROR_QUIET)
    if(NOT owner)  # owned under the name from before /lib became /usr/lib
      string(REGEX REPLACE "^/usr" "" real ${real})
      execute_process(COMMAND ${DPKG_QUERY} -S ${real} OUTPUT_VARIABLE owner ERROR_QUIET)
    endif()
    string(REGEX MATCH "^[^:]+" package "${owner}")
    if(NOT package)
      message(FATAL_ERROR "No package owns ${file}, so its licence is not known")
    endif()
    list(APPEND packages ${package})
  endforeach()
  list(REMOVE_DUPLICATES packages)
  foreach(package ${packages})
    configure_file(/usr/share/doc/${package}/copyright
                   ${tree}/share/doc/foretaste/licences/${package}.txt COPYONLY)
  endforeach()
  file(COPY /usr/share/common-licenses DESTINATION ${tree}/share/doc/foretaste/licences)
endif()
