// import CGLPK in a comment is none.
import CGLPK
