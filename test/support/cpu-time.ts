/** Milliseconds of this process's own work since `since`: a busy machine does not lengthen them. */
export const cpuTime = (since = 0): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 - since;
};
