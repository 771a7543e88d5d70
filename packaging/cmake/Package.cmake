# What every package shares. What is installed beside the programs, and how, stands in the folder of
# the system. `./dev package` names the packages; cpack makes them from CPackConfig.cmake.
set(CPACK_PACKAGE_NAME foretaste)
set(CPACK_PACKAGE_VENDOR "The makers of Foretaste")
set(CPACK_PACKAGE_CONTACT "The makers of Foretaste <makers@foretaste.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "local console for personalization")
set(CPACK_PACKAGE_DESCRIPTION
"Foretaste leads from a CSV file with interactions to recommendations on the
screen: dataset groups, schemas, imports, solutions, campaigns, events and
retraining, under the names and rules of Amazon Personalize, on your own
machine. It trains a recurrent network, measures it beside a popularity
baseline, explores new items, and answers boto3 and aws-cli on the loopback.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_SOURCE_DIR}/build/packages)
set(CPACK_PACKAGE_CHECKSUM SHA256)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The licences of what is compiled in or brought along; packages that bring more add theirs.
set(FORETASTE_LICENCES ${PROJECT_SOURCE_DIR}/packaging/licences)
# The weights of the typeface that ui/theme uses, for packages that bring it.
find_path(FORETASTE_INTER Inter-Regular.otf PATHS /usr/share/fonts/opentype/inter
          DOC "Folder of the typeface Inter" NO_CMAKE_FIND_ROOT_PATH)
set(FORETASTE_FONT_FILES "")
if(FORETASTE_INTER)
  foreach(weight Regular Medium SemiBold Bold)
    list(APPEND FORETASTE_FONT_FILES ${FORETASTE_INTER}/Inter-${weight}.otf)
  endforeach()
endif()

# Where Qt keeps what a package that brings it takes from it, and the languages of the console.
if(FORETASTE_GUI)
  get_target_property(qmake Qt6::qmake IMPORTED_LOCATION)
  foreach(what BINS PLUGINS TRANSLATIONS)
    execute_process(COMMAND ${qmake} -query QT_INSTALL_${what}
                    OUTPUT_VARIABLE FORETASTE_QT_${what} OUTPUT_STRIP_TRAILING_WHITESPACE
                    COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  set(FORETASTE_QT_WORDS "")
  file(GLOB languages ${PROJECT_SOURCE_DIR}/resources/translations/foretaste_*.ts)
  foreach(language ${languages})
    string(REGEX MATCH "foretaste_(.*)\\.ts$" matched ${language})
    list(APPEND FORETASTE_QT_WORDS ${FORETASTE_QT_TRANSLATIONS}/qtbase_${CMAKE_MATCH_1}.qm)
  endforeach()
endif()

if(WIN32)
  include(${PROJECT_SOURCE_DIR}/packaging/windows/Install.cmake)
elseif(APPLE)
  include(${PROJECT_SOURCE_DIR}/packaging/macos/Install.cmake)
else()
  include(${PROJECT_SOURCE_DIR}/packaging/linux/Install.cmake)
endif()
include(CPack)
