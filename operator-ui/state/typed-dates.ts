/**
 * Bounds of the fields of dates: with four digits in a year, a date that is typed in one go is done after the fourth,
 * and what is typed next goes to the hours.
 */
export const firstDate = '2000-01-01';
export const lastDate = '9999-12-31';
export const lastTime = `${lastDate}T23:59`;
