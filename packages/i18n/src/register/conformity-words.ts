/** The way of a declaration of conformity, of recyclers and of plants. [TR71] [CN7] */
export const conformityWords = {
  states: {
    notice: ["公示中", "Public notice"],
    listed: ["在列", "Listed"],
    under_watch: ["整改中", "Corrections ordered"],
    withdrawn: ["已撤销", "Withdrawn"],
  },
  steps: {
    announce: ["公示", "Give public notice"],
    list: ["列入", "List"],
    watch: ["责令整改", "Order corrections"],
    restore: ["恢复", "Restore"],
    strike: ["撤销", "Strike off"],
  },
  duties: {
    examine: ["须审查", "To be examined"],
    conclude: ["公示期满须决定", "To be decided after public notice"],
    renew: ["证明须更新", "Evidence to be renewed"],
    mend: ["须整改", "Corrections to be made"],
  },
} as const;
