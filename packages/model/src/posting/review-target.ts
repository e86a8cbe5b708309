/** Within so many working days officers aim to decide on a posting ([PO8]). */
export const reviewTargetDays = 3;
