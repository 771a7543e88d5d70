# The maths kernels: kernel units are compiled once per instruction set and chosen at run time.
foretaste_library(core/kernels LINK foretaste_core_base Eigen3::Eigen)
