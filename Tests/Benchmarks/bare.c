/* The floor of exporting: libxlsxwriter and nothing else, writing the cells of a flat file in the
 * two number formats that the export uses.
 *
 *   bare CELLS OUT.xlsx          CELLS as cells.py writes them
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

int main(int count, char **words) {
  if (count != 3) return 64;
  FILE *file = fopen(words[1], "rb");
  if (!file) return 66;
  lxw_workbook *book = workbook_new(words[2]);
  lxw_worksheet *sheet = workbook_add_worksheet(book, NULL);
  lxw_format *as_text = workbook_add_format(book), *as_money = workbook_add_format(book);
  format_set_num_format(as_text, "@");
  format_set_num_format(as_money, "#,##0.######");
  char *text = malloc(1 << 16);
  uint32_t place[2];
  uint8_t kind;
  while (fread(place, 4, 2, file) == 2 && fread(&kind, 1, 1, file) == 1) {
    if (kind == 1) {
      double number;
      if (fread(&number, 8, 1, file) != 1) break;
      worksheet_write_number(sheet, place[0], (lxw_col_t)place[1], number, as_money);
    } else {
      uint32_t length;
      if (fread(&length, 4, 1, file) != 1 || length >= (1 << 16)) break;
      if (fread(text, 1, length, file) != length) break;
      text[length] = 0;
      worksheet_write_string(sheet, place[0], (lxw_col_t)place[1], text, as_text);
    }
  }
  free(text);
  fclose(file);
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 73;
}
