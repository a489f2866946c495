//! Expressions are what a rule asserts: arithmetic on intervals with units,
//! comparison, and named functions.
//!
//! ```text
//! expression  = conjunction { 'or' conjunction }
//! conjunction = negation { 'and' negation }
//! negation    = 'not' negation | comparison
//! comparison  = sum [ relation sum | 'is' [ 'not' ] kind | [ 'not' ] 'in' set ]
//! relation    = '==' | '!=' | '<=' | '>=' | '<' | '>'
//! set         = '@' name | '[' word { ',' word } ']'
//! sum         = product { ( '+' | '-' ) product }
//! product     = power { ( '*' | '/' ) power }
//! power       = unary [ '^' digits ]
//! unary       = '-' unary | postfix
//! postfix     = primary { '.' name }
//! primary     = number [ '%' ] | string | name [ '(' [ expression { ',' expression } ] ')' ] | '(' expression ')'
//! ```
