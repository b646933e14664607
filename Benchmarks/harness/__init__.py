"""What every section of the benchmark is made of: data, contenders, measurements, bars, report."""
