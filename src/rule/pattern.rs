//! Patterns over tokens: how a relation is said.
