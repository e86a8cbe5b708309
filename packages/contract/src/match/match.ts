/** So many matches stand side by side. */
export const mostCompared = 5;
