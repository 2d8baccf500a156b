/**
 * Names the local day of times that mostly follow one another: a thread of years is laid out anew with every message, and to
 * make a date of each would cost more than all the rest.
 */
export function dayNames(): (at: number) => string {
  let begins = NaN;
  let ends = NaN;
  let name = '';
  return (at) => {
    if (at >= begins && at < ends) return name;
    const day = new Date(at);
    name = day.toDateString();
    begins = day.setHours(0, 0, 0, 0);
    ends = day.setDate(day.getDate() + 1);
    return name;
  };
}
