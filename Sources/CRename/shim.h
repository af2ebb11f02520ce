// Declared by <stdio.h> for _GNU_SOURCE alone.
extern int renameat2(int, const char *, int, const char *, unsigned int);

// RENAME_EXCHANGE of Linux: two files change places in one step.
static const unsigned int rename_exchange = 1 << 1;
