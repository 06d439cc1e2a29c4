def generate(catalog, plans, version):
    return {}
