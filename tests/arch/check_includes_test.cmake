cmake_policy(VERSION 3.25)
# cmake -DFOLDER=<scratch> -P check_includes_test.cmake: builds a small tree with one fault of each
# kind and sees that the check finds these and nothing else.
file(REMOVE_RECURSE ${FOLDER})
file(WRITE ${FOLDER}/core/nn/good.cpp
     "#include \"core/nn/good.h\"\n#include <vector>\n#include \"core/kernels/kernels.h\"\n#include \"core/base/text.h\"\n")
file(WRITE ${FOLDER}/ui/pages/good.cpp
     "#include \"ui/theme/tokens.h\"\n#include \"core/service/service.h\"\n#include \"core/recipes/recipe.h\"\n#include <QWidget>\n#include \"good.moc\"\n")
file(WRITE ${FOLDER}/app/cli/good.cpp "#include \"core/store/database.h\"\n#include <QString>\n")
function(expect_no_fault)
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${FOLDER} -DAT_LEAST=6
                  -P ${CMAKE_CURRENT_LIST_DIR}/check_includes.cmake
                  RESULT_VARIABLE result ERROR_VARIABLE errors OUTPUT_QUIET)
  if(NOT result EQUAL 0)
    message(SEND_ERROR "a good tree was refused: ${errors}")
  endif()
endfunction()
function(expect_fault file line words)
  file(WRITE ${FOLDER}/${file} "${line}\n")
  execute_process(COMMAND ${CMAKE_COMMAND} -DROOT=${FOLDER}
                  -P ${CMAKE_CURRENT_LIST_DIR}/check_includes.cmake
                  RESULT_VARIABLE result ERROR_VARIABLE errors OUTPUT_QUIET)
  string(REGEX REPLACE "[ \n]+" " " errors "${errors}")
  string(FIND "${errors}" "${words}" at)
  if(result EQUAL 0 OR at LESS 0)
    message(SEND_ERROR "${file} with ${line} was not found out: ${errors}")
  endif()
  file(REMOVE ${FOLDER}/${file})
endfunction()
expect_no_fault()
expect_fault(core/nn/bad.cpp "#include \"core/recipes/recipe.h\"" "core/nn may not")
expect_fault(core/nn/bad.h "#include \"core/kernels_two/x.h\"" "core/nn may not")
expect_fault(core/serve/bad.cpp "#include \"ui/theme/tokens.h\"" "core/serve may not")
expect_fault(core/serve/bad.cpp "#include \"app/cli/demo.h\"" "nothing includes app")
expect_fault(ui/pages/bad.cpp "#include \"core/store/database.h\"" "windows talk to core/service only")
expect_fault(ui/pages/bad.cpp "#include \"core/recipes/sequence_model.h\"" "windows talk to core/service only")
expect_fault(ui/pages/bad.cpp "#include \"page.h\"" "from the root")
expect_fault(core/service/bad.h "#include <QString>" "the core knows no Qt")
expect_fault(core/recipes/bad.cpp "#include <Eigen/Dense>" "Call their table")
