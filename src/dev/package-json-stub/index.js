module.exports = async () => ({ version: "0.0.0" });
module.exports.default = module.exports;
