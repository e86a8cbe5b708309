export type FileOnItsWay = {
  readonly publicId: string;
  readonly state: string;
  readonly rowsDone: number;
  readonly rowsTotal: number | null;
};

/** Whether a file still waits or runs. */
export const isOnItsWay = ({ state }: Pick<FileOnItsWay, "state">): boolean =>
  state === "waiting" || state === "running";
