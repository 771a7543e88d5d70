# The maths kernels. core/kernels/isa/unit.cpp is compiled once an instruction set into the object
# library foretaste_kernels_<isa>; core/kernels chooses at run time. Renaming Eigen's namespace keeps
# the weak symbols of the units apart: the linker would else keep one copy, maybe of the wrong set.
set(FORETASTE_KERNEL_UNITS foretaste_kernels_generic)

function(foretaste_kernel_unit isa)
  set(name foretaste_kernels_${isa})
  add_library(${name} OBJECT ${PROJECT_SOURCE_DIR}/core/kernels/isa/unit.cpp)
  target_link_libraries(${name} PRIVATE foretaste_options Eigen3::Eigen)
  target_compile_definitions(${name} PRIVATE Eigen=Eigen_${isa} FORETASTE_ISA=${isa}
                             EIGEN_DONT_PARALLELIZE EIGEN_NO_DEBUG)
  set_target_properties(${name} PROPERTIES CXX_VISIBILITY_PRESET hidden
                        VISIBILITY_INLINES_HIDDEN ON)
  # Optimised whatever the build type: templates of this kind are a hundred times slower without.
  # Without -fno-trapping-math GCC keeps a branch for each limit of exp, one number at a time.
  if(MSVC)
    target_compile_options(${name} PRIVATE /O2 ${ARGN})
  else()
    target_compile_options(${name} PRIVATE -O3 -fno-math-errno -fno-trapping-math ${ARGN})
  endif()
endfunction()

foretaste_kernel_unit(generic)
target_compile_definitions(foretaste_kernels_generic PRIVATE FORETASTE_WITH_REFERENCE)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  list(APPEND FORETASTE_KERNEL_UNITS foretaste_kernels_avx2)
  if(MSVC)
    foretaste_kernel_unit(avx2 /arch:AVX2)
  else()
    foretaste_kernel_unit(avx2 -mavx2 -mfma)
  endif()
endif()

foretaste_library(core/kernels LINK foretaste_core_base)
foreach(unit ${FORETASTE_KERNEL_UNITS})
  target_sources(foretaste_core_kernels PRIVATE $<TARGET_OBJECTS:${unit}>)
endforeach()
if(TARGET foretaste_kernels_avx2)
  target_compile_definitions(foretaste_core_kernels PRIVATE FORETASTE_HAS_AVX2_UNIT)
endif()
