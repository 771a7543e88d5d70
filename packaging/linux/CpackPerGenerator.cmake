# Read by cpack once a generator: the portable archive runs from any folder, the others from /usr.
if(CPACK_GENERATOR STREQUAL "TXZ")
  set(CPACK_PACKAGING_INSTALL_PREFIX "")
  string(TOLOWER "${CPACK_PACKAGE_NAME}-${CPACK_PACKAGE_VERSION}-${CPACK_SYSTEM_NAME}"
         CPACK_PACKAGE_FILE_NAME)
  execute_process(COMMAND uname -m OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE)
  string(APPEND CPACK_PACKAGE_FILE_NAME "-${machine}")
endif()
if(CPACK_GENERATOR STREQUAL "External")
  unset(CPACK_PACKAGE_CHECKSUM)  # a folder has none
endif()
