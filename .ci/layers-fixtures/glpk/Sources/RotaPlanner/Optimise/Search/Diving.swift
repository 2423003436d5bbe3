internal import CGLPK
