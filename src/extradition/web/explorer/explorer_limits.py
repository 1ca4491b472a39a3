"""The limits of the explorer, which its page states."""

MOST_TABLE_BYTES = 32 * 1024**2
"""The size of the largest table that is uploaded or read."""
MOST_UNPACKED_BYTES = 512 * 1024**2
"""The size of the largest workbook once it is unpacked."""
MOST_TABLE_ROWS = 500_000
"""The most rows of a table."""
MOST_TABLE_COLUMNS = 200
"""The most columns of a table."""
MOST_TABLES = 4
"""The tables that are held at once."""
IDLE_SECONDS = 30 * 60
"""The time after which a table that no one looks at is deleted."""
MOST_WORK_SECONDS = 120
"""The time in which a table must be decided."""
MOST_ANSWER_SECONDS = 30
"""The time in which one page or one file of a decided table must be made."""
MOST_LAWS = 4
"""The most laws under which a table is decided at once."""
MOST_FILTERS = 8
"""The most filters of one page."""
MOST_VALUES = 60
"""The most values of a column by which rows can be chosen."""
MOST_FILES = 200
"""The most tables of the operator's folder that the page lists."""
ROWS_SHOWN = 25
"""The rows of one page, and the refused rows that it lists."""
