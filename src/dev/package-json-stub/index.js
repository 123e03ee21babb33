class PackageNotFoundError extends Error {}
class VersionNotFoundError extends Error {}

module.exports = async () => ({ version: "0.0.0" });
module.exports.default = module.exports;
// Named by the tools that look for newer versions of themselves.
module.exports.PackageNotFoundError = PackageNotFoundError;
module.exports.VersionNotFoundError = VersionNotFoundError;
