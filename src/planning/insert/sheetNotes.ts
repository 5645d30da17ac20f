/** What is said in a sheet beside figures; in Chinese whatever the pane's language, since it gets printed. */
export const NOTE = "注：灰底为本表合计，蓝底取自其他表，均由公式算出。";

/** The same once the figures that came from other tables have become values (取消取数). */
export const NOTE_UNLINKED = "注：灰底为本表合计，由公式算出；蓝底原取自其他表，已改为数值。";
